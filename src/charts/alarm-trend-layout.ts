import { gapPath, isFlat, linearScale, niceTicks } from './scale.ts'

export interface AlarmTrendInput {
  /** Mean of each bucket; NaN where there is none. */
  values: ArrayLike<number>
  /** The reading of this moment, which no bucket holds yet: the line ends at it. Null where there is none. */
  newest: number | null
  /** Buckets whose readings were bad or missing although some were due. */
  bad: readonly boolean[]
  fromMs: number
  stepMs: number
  limit: number | null
  /** Where the value has to get back to before the alarm returns; null without a deadband. */
  resetAt: number | null
  /** Activation; null for an alarm that is not. */
  activeMs: number | null
  returnMs: number | null
  onDelayMs: number
  offDelayMs: number
  width: number
  height: number
  unit: number
}

export interface AlarmTrendLayout {
  ticks: readonly { value: number; y: number }[]
  times: readonly { ms: number; x: number }[]
  /** Line before and after the alarm, and the part in it. */
  calm: string
  alarm: string
  hatches: readonly { x: number; width: number }[]
  limitY: number | null
  band: { y: number; height: number } | null
  /** Delays that were over when it called and when it returned: from crossing the line until then. */
  whiskers: readonly { from: number; to: number; y: number }[]
  activeX: number | null
  left: number
  right: number
  top: number
  bottom: number
  /** Place of the newest value; null without any. */
  last: { x: number; y: number; value: number } | null
}

/** Places of everything that the trend of an alarm draws, in pixels. Values outside of the picture do not exist: the scale holds them all. */
export function alarmTrendLayout(input: AlarmTrendInput): AlarmTrendLayout {
  const { newest, bad, fromMs, stepMs, limit, resetAt, width, height, unit } = input
  const left = 44 * unit
  const right = width - 104 * unit
  const top = 28 * unit
  const bottom = height - 24 * unit
  const buckets = Array.from(input.values)
  const toMs = fromMs + buckets.length * stepMs
  const x = linearScale(fromMs, toMs, left, right)
  const hasNewest = newest !== null && Number.isFinite(newest)
  const values = hasNewest ? [...buckets, newest] : buckets
  const known = values.filter((value) => Number.isFinite(value))
  const extremes = [...known, ...(limit === null ? [] : [limit]), ...(resetAt === null ? [] : [resetAt])]
  const low = extremes.length === 0 ? 0 : Math.min(...extremes)
  const high = extremes.length === 0 ? 1 : Math.max(...extremes)
  const room = (isFlat(low, high) ? Math.abs(high) || 1 : high - low) * 0.1
  const from = low >= 0 && low - room < 0 ? 0 : low - room
  const y = linearScale(from, high + room, bottom, top)
  const xs = values.map((_, at) => (at < buckets.length ? x(fromMs + (at + 0.5) * stepMs) : right))
  const ys = values.map((value) => (Number.isFinite(value) ? y(value) : Number.NaN))
  const { activeMs, returnMs, onDelayMs, offDelayMs } = input
  const isIn = (at: number): boolean => {
    const ms = at < buckets.length ? fromMs + (at + 1) * stepMs : Number.POSITIVE_INFINITY
    return activeMs !== null && ms >= activeMs && (returnMs === null || returnMs < activeMs || ms - stepMs <= returnMs)
  }
  const part = (inAlarm: boolean): number[] =>
    ys.map((place, at) =>
      isIn(at) === inAlarm || (!inAlarm && at > 0 && isIn(at) && !isIn(at - 1)) ? place : Number.NaN,
    )
  const hatches = bad.flatMap((isBad, at) => (isBad ? [{ x: x(fromMs + at * stepMs), width: x(stepMs) - x(0) }] : []))
  const lastAt = ys.findLastIndex((place) => Number.isFinite(place))
  const activeX = activeMs === null || activeMs < fromMs || activeMs > toMs ? null : x(activeMs)
  const limitY = limit === null ? null : y(limit)
  return {
    ticks: niceTicks(from, high + room, 4).map((value) => ({ value, y: y(value) })),
    times: [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const ms = fromMs + share * (toMs - fromMs)
      return { ms, x: x(ms) }
    }),
    calm: gapPath(xs, part(false)),
    alarm: gapPath(xs, part(true)),
    hatches,
    limitY,
    band:
      limit === null || resetAt === null
        ? null
        : { y: Math.min(y(limit), y(resetAt)), height: Math.abs(y(limit) - y(resetAt)) },
    whiskers: [
      { endMs: activeMs, delayMs: onDelayMs, at: limit },
      { endMs: returnMs, delayMs: offDelayMs, at: resetAt ?? limit },
    ].flatMap(({ endMs, delayMs, at }) =>
      endMs === null || endMs < fromMs || endMs > toMs || delayMs === 0 || at === null
        ? []
        : [{ from: Math.max(left, x(endMs - delayMs)), to: x(endMs), y: y(at) }],
    ),
    activeX,
    left,
    right,
    top,
    bottom,
    last: lastAt < 0 ? null : { x: xs[lastAt] ?? 0, y: ys[lastAt] ?? 0, value: values[lastAt] ?? Number.NaN },
  }
}
