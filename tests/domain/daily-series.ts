import { pointIdSchema } from '../../src/contract/primitives.ts'
import type { HistorySeries } from '../../src/contract/readings.ts'

/** Days of one point with these last values, well covered where there is one. */
export const series = (pointId: string, last: (number | null)[]): HistorySeries => ({
  pointId: pointIdSchema.parse(pointId),
  min: last,
  mean: last,
  max: last,
  last,
  count: last.map((value) => (value === null ? 0 : 10)),
  expected: last.map(() => 10),
  worstQuality: last.map(() => 'Good' as const),
})
