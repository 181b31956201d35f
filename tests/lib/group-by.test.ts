import { expect, it } from 'vitest'
import { groupBy } from '../../src/lib/group-by.ts'

it('items stay in their order, and those without a key are in no group', () => {
  const groups = groupBy(['b1', 'a1', '-', 'b2'], (item) => (item === '-' ? null : item.slice(0, 1)))
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ])
})
