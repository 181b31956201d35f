import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Row } from './report.ts'

const outputSchema = z.object({
  rows: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      target: z.number().exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
})

/** Runs the tick benchmark of the live path in a Node process of its own and takes its figures. */
export function benchTick(): Row[] {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'tick-bench.ts'), '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`tick-bench ended with ${status}`)
  const { rows } = outputSchema.parse(JSON.parse(stdout))
  const group = 'tick in which every point changes, script of the live path in Node'
  return rows.map((row) => Object.assign(row, { group }))
}
