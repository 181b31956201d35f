import type { Row } from './report.ts'
import { rowsOfScript } from './script-rows.ts'

/** Runs the tick benchmark of the live path in a Node process of its own and takes its figures. */
export function benchTick(): Row[] {
  const group = 'tick in which every point changes, script of the live path in Node'
  return rowsOfScript('tick-bench.ts').map((row) => Object.assign(row, { group }))
}
