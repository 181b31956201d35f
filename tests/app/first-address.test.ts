import { describe, expect, it } from 'vitest'
import { firstAddress } from '../../src/app/first-address.ts'

describe('the address that a page begins with', () => {
  it.each(['', '#', '#/'])('of "%s" is the overview of the park', (hash) => {
    expect(firstAddress(hash, 'bau-bang', 'vi', 'room-dark')).toBe('#/bau-bang/overview?lang=vi&look=room-dark')
  })

  it('keeps what a bare address asks for', () => {
    expect(firstAddress('#/?lang=en', 'bau-bang', 'en', 'room-dark')).toBe('#/bau-bang/overview?lang=en&look=room-dark')
  })

  it('gives a screen its language and look, and keeps the rest', () => {
    const address = firstAddress('#/long-duc/energy?sel=tenant:t-a22', 'bau-bang', 'ja', 'room-light')
    const [path, query] = address.split('?')
    expect(path).toBe('#/long-duc/energy')
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      sel: 'tenant:t-a22',
      lang: 'ja',
      look: 'room-light',
    })
  })

  it('takes the place of a language that nobody speaks', () => {
    expect(firstAddress('#/long-duc/energy?lang=xx&look=room-light', null, 'vi', 'room-light')).toBe(
      '#/long-duc/energy?lang=vi&look=room-light',
    )
  })

  it.each([
    '#/long-duc/energy?look=room-light&lang=vi',
    '#/wall/fhd-55-4m?park=bau-bang',
    '#/tour/bau-bang.three-minutes',
    '#nonsense',
    '#/one/two/three',
  ])('of "%s" is that', (hash) => {
    expect(firstAddress(hash, 'bau-bang', 'vi', 'room-light')).toBe(hash)
  })

  it('stays bare where no park is known', () => {
    expect(firstAddress('', null, 'vi', 'room-dark')).toBe('')
  })
})
