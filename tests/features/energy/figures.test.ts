import { expect, it } from 'vitest'
import { bandsOf } from '../../../src/features/energy/figures.ts'

it('names the bands of a cost that the day has', () => {
  const cost = { totalVnd: 3.97e9, powerVnd: 0, vatPercent: null, priceId: 'test' }
  expect(bandsOf({ ...cost, byBand: { peak: 0, normal: 3.44e9, 'off-peak': 0.53e9 } })).toEqual(['normal', 'off-peak'])
  expect(bandsOf({ ...cost, byBand: { peak: 1e9, normal: 2e9, 'off-peak': 0.5e9 } })).toHaveLength(3)
})
