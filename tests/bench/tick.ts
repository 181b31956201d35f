import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './report.ts'

/** Runs the tick benchmark of the live path in a Node process of its own and takes its figures. */
export function benchTick(): Row[] {
  const file = join(import.meta.dirname, 'tick-bench.ts')
  if (!existsSync(file)) return []
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', file, '--json'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tick-bench ended with ${status}`)
  console.error(stdout)
  return []
}
