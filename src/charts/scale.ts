/** Maps a domain to pixels along a straight line. */
export interface LinearScale {
  (value: number): number
  invert: (pixel: number) => number
}

/** Straight scale from [d0, d1] to [r0, r1]; an empty domain maps to the middle of the range. */
export function linearScale(d0: number, d1: number, r0: number, r1: number): LinearScale {
  const span = d1 - d0
  const to = (value: number): number => (span === 0 ? (r0 + r1) / 2 : r0 + ((value - d0) / span) * (r1 - r0))
  return Object.assign(to, {
    invert: (pixel: number): number => (r1 === r0 ? d0 : d0 + ((pixel - r0) / (r1 - r0)) * span),
  })
}

/** Share of a number below which a difference is how it was worked out, not what was measured. */
const NOISE = 1e-9

/** Whether two numbers are one for the eye: the same mean and reading may differ in the last of their bits. */
export function isFlat(low: number, high: number): boolean {
  return high - low <= Math.max(Math.abs(low), Math.abs(high)) * NOISE
}

/** Round tick values (1, 2, 2.5 or 5 times a power of ten) inside [low, high], about `count` of them. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return Number.isFinite(low) ? [low] : []
  // Steps smaller than a number's own bits would never leave it.
  if (isFlat(low, high) || !Number.isFinite(high - low)) return [low]
  const rough = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const ticks: number[] = []
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
    ticks.push(Number((k * step).toPrecision(12)))
  }
  return ticks
}

/** A lone tick is a value as it came, with all of its decimals. */
const MOST_DECIMALS = 4

/** Decimals with which every tick of an axis is exact: one number for all of them. */
export function tickDecimals(ticks: readonly number[]): number {
  const decimals = ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0)
  return Math.min(MOST_DECIMALS, Math.max(0, ...decimals))
}

/** SVG path through the points that have a value; a missing one leaves a gap. */
export function gapPath(xs: ArrayLike<number>, ys: ArrayLike<number>): string {
  let path = ''
  let drawing = false
  for (let k = 0; k < ys.length; k++) {
    const x = xs[k] ?? Number.NaN
    const y = ys[k] ?? Number.NaN
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      drawing = false
      continue
    }
    path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    drawing = true
  }
  return path
}
