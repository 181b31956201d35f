import type { Row } from './report.ts'
import { rowsOfScript } from './script-rows.ts'

/** Runs the benchmark of replay in a Node process of its own and takes its figures. */
export function benchReplay(): Row[] {
  const group = 'replay: a step and a jump, script of the client in Node'
  return rowsOfScript('replay-bench.ts').map((row) => Object.assign(row, { group }))
}
