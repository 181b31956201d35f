import { z } from 'zod'
import { type DataMode, type ParkId, sourceSchema } from '../../src/contract/primitives.ts'
import type { ScorecardHistory } from '../../src/contract/scorecard.ts'
import type { DemoToday } from './register-file.ts'

/** Results of the last quarters that ended, as they lie in a park's folder; the newest is the one before today's. */
export const historyFileSchema = z.object({
  quarters: z.int().min(1).max(40),
  source: sourceSchema,
  series: z.array(
    z.object({
      criterionId: z.string(),
      value: z.array(z.number().nullable()),
      meets: z.array(z.boolean().nullable()),
      coverage: z.array(z.number().min(0).max(1)),
    }),
  ),
})

/** Names of the `count` quarters before the one that holds the date, oldest first. */
export function quartersBefore(today: string, count: number): string[] {
  const current = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  return Array.from({ length: count }, (_, k) => {
    const quarter = current - count + k
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
  })
}

/** Stored results as the contract says them; no file: no quarters. */
export function historyOfFile(parkId: ParkId, dataMode: DataMode, data: unknown, now: DemoToday): ScorecardHistory {
  if (data === undefined) {
    const source = { title: 'No stored results', year: null, confidence: 'simulated' as const }
    return { parkId, quarters: [], series: [], source, dataMode }
  }
  const { quarters, series, source } = historyFileSchema.parse(data)
  return { parkId, quarters: quartersBefore(now.today, quarters), series, source, dataMode }
}
