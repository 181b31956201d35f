import { expect, it } from 'vitest'
import { parkShortName } from '../../src/lib/park-short-name.ts'

it.each([
  ['Khu công nghiệp Bàu Bàng', 'KCN Bàu Bàng'],
  ['Khu công nghiệp chuyên sâu Phú Mỹ 3', 'KCN Phú Mỹ 3'],
  ['Phú Mỹ 3 Specialized Industrial Park', 'Phú Mỹ 3 IP'],
  ['Amata City Biên Hòa', 'Amata City Biên Hòa'],
  ['フーミー3特別工業団地', 'フーミー3特別工業団地'],
])('writes %s short as %s', (name, short) => {
  expect(parkShortName(name)).toBe(short)
})
