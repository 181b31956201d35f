import { expect, it } from 'vitest'
import { remembered } from '../../src/lib/remembered.ts'

it('asks once for each object, and anew for its successor', () => {
  const asked: string[] = []
  const nameOf = remembered(({ id }: { id: string }) => {
    asked.push(id)
    return id.toUpperCase()
  })
  const first = { id: 'a' }
  expect([nameOf(first), nameOf(first), nameOf({ id: 'a' })]).toEqual(['A', 'A', 'A'])
  expect(asked).toEqual(['a', 'a'])
})

it('remembers an empty answer too', () => {
  let asked = 0
  const lengthOf = remembered((text: { words: string }) => {
    asked += 1
    return text.words.length
  })
  const empty = { words: '' }
  expect(lengthOf(empty) + lengthOf(empty)).toBe(0)
  expect(asked).toBe(1)
})
