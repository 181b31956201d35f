import { gapPath, linearScale } from './scale.ts'

export interface QuarterPoint {
  x: number
  y: number
  label: string
  value: number
  /** The running quarter is drawn hollow: it may still change. */
  isRunning: boolean
}

export interface QuarterLineLayout {
  points: readonly QuarterPoint[]
  /** Line through neighbours; a quarter without a value leaves a gap. */
  path: string
  /** Where each quarter stands, and what is written under it: the year with its first quarter. */
  ticks: readonly { x: number; label: string }[]
  benchmarkY: number | null
}

const SIDE = 18
const FOOT = 24
const HEAD = 12

/** Stored results by quarter, oldest first, the running one last. Zero is always on the scale. */
export function layoutQuarters(
  quarters: readonly string[],
  values: readonly (number | null)[],
  benchmark: number | null,
  size: { width: number; height: number; right: number },
): QuarterLineLayout {
  const known = values.filter((value) => value !== null)
  const top = Math.max(0, benchmark ?? 0, ...known) || 1
  const y = linearScale(0, top, size.height - FOOT, HEAD)
  const x = linearScale(0, Math.max(1, quarters.length - 1), SIDE, size.width - size.right)
  const ticks = quarters.map((quarter, at) => ({ x: x(at), label: tickOf(quarter, at === 0) }))
  const points = quarters.flatMap((label, at): QuarterPoint[] => {
    const value = values[at] ?? null
    return value === null ? [] : [{ x: x(at), y: y(value), label, value, isRunning: at === quarters.length - 1 }]
  })
  const path = gapPath(
    ticks.map((tick) => tick.x),
    quarters.map((_, at) => {
      const value = values[at] ?? null
      return value === null ? Number.NaN : y(value)
    }),
  )
  return { points, path, ticks, benchmarkY: benchmark === null ? null : y(benchmark) }
}

function tickOf(quarter: string, isFirst: boolean): string {
  const [year = '', part = ''] = quarter.split('-')
  return isFirst || part === 'Q1' ? `${part} ${year.slice(2)}` : part
}
