import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitName } from '../../src/lib/split-name.ts'

describe('a name cut in the middle', () => {
  it('leaves short names alone and tells long ones of one beginning apart', () => {
    expect(splitName('Lai Uyên Foods')).toEqual({ head: 'Lai Uyên Foods', tail: '' })
    const [a, b] = ['Công ty TNHH Nhựa kỹ thuật Đông Sơn', 'Công ty TNHH Nhựa kỹ thuật Đồng Nai'].map(splitName)
    expect(a?.tail).not.toBe(b?.tail)
  })

  it.each([
    ['Công ty TNHH Thực phẩm Lâm Sương', ' Lâm Sương'],
    ['Công ty TNHH Điện tử Trạch Minh', ' Trạch Minh'],
    ['Hợp tác xã nông nghiệp Internationalisierung', ''],
    ['株式会社日本産業用精密機械部品製造販売東南亜細亜事業部', '販売東南亜細亜事業部'],
  ])('ends %s at a word: "%s"', (name, tail) => {
    expect(splitName(name).tail).toBe(tail)
  })

  it('keeps no legal form at the expense of the name', () => {
    expect(splitName('Saenalsaem Polymer Vina Co., Ltd.').tail).toBe('')
  })

  it('keeps accents and pairs whole, and loses nothing', () => {
    const decomposed = 'Xưởng cơ khí chính xác Bàu Bàng'.normalize('NFD')
    expect(splitName(decomposed).tail.normalize('NFC')).toBe(' Bàu Bàng')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { head, tail } = splitName(name)
        expect(head + tail).toBe(name)
        expect(/^\p{M}/u.test(tail) && head !== '').toBe(false)
      }),
    )
  })
})
