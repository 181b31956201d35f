import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Row } from './report.ts'

const outputSchema = z.object({
  growthExponent: z.number(),
  results: z.array(
    z.object({
      points: z.int(),
      totalMs: z.number(),
      limitMs: z.number(),
      partsMs: z.record(z.string(), z.number()),
    }),
  ),
})

/** Runs the tick benchmark of the live path in a Node process of its own and takes its figures. */
export function benchTick(): Row[] {
  const group = 'tick, script of the live path in Node'
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'tick-bench.ts'), '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`tick-bench ended with ${status}`)
  const { growthExponent, results } = outputSchema.parse(JSON.parse(stdout))
  return [
    ...results.map(({ points, totalMs, limitMs, partsMs }) => ({
      group,
      name: `${points.toLocaleString('en')} points`,
      value: totalMs,
      unit: 'ms',
      target: limitMs,
      note: Object.entries(partsMs)
        .map(([part, ms]) => `${part} ${ms.toFixed(2)}`)
        .join(', '),
    })),
    { group, name: 'growth: time ~ points^x', value: growthExponent, unit: 'x' },
  ]
}
