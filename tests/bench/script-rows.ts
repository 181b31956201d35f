import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Row } from './report.ts'

const outputSchema = z.object({
  rows: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      target: z.number().exactOptional(),
      floor: z.number().exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
})

/** Figures of a benchmark that runs as a script of its own. */
export function rowsOfScript(file: string): Row[] {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, file), '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${file} ended with ${status}`)
  return outputSchema.parse(JSON.parse(stdout)).rows
}
