import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

interface Still {
  afterMs: number
  /** Zero is a state of its own: nothing flows, nothing is drawn, no sun, no rain. */
  mayRestAtZero: boolean
}

const still = (afterMs: number, mayRestAtZero = false): Still => ({ afterMs, mayRestAtZero })

/**
 * How long an instrument of a kind may show the very same number although its quantity should vary. Kinds that are not
 * here may stand still for good: states, positions, registers, stores. Class values of ours, confidence low; a park
 * would set them from the noise of its own instruments.
 */
const STILL: Readonly<Partial<Record<PointKind, Still>>> = {
  'active-power': still(30 * MINUTE_MS, true),
  'reactive-power': still(30 * MINUTE_MS, true),
  voltage: still(15 * MINUTE_MS, true),
  current: still(30 * MINUTE_MS, true),
  'load-percent': still(30 * MINUTE_MS, true),
  'oil-temperature': still(3 * HOUR_MS),
  flow: still(30 * MINUTE_MS, true),
  pressure: still(30 * MINUTE_MS, true),
  level: still(2 * HOUR_MS),
  'level-percent': still(2 * HOUR_MS),
  turbidity: still(2 * HOUR_MS),
  'residual-chlorine': still(2 * HOUR_MS),
  ph: still(2 * HOUR_MS),
  temperature: still(4 * HOUR_MS),
  cod: still(3 * HOUR_MS),
  tss: still(3 * HOUR_MS),
  ammonium: still(3 * HOUR_MS),
  'dissolved-oxygen': still(HOUR_MS, true),
  mlss: still(6 * HOUR_MS),
  conductivity: still(2 * HOUR_MS),
  'air-temperature': still(4 * HOUR_MS),
  irradiance: still(HOUR_MS, true),
  'wind-speed': still(HOUR_MS, true),
  pm25: still(6 * HOUR_MS),
  pm10: still(6 * HOUR_MS),
  no2: still(6 * HOUR_MS),
  'sound-level': still(HOUR_MS),
}
/** What stands still by its nature: pumps of fixed speed give and draw the same all day, a storm pond waits for rain. */
const EVEN: ReadonlySet<AssetKind> = new Set(['pump', 'water-plant', 'storm-pond'])
/** Fewer samples than this prove nothing, however long they took. */
const LEAST_SAMPLES = 6

/** A run of samples that all carried the same number. Times in milliseconds. */
export interface SameRun {
  value: number
  /** From the first to the last of them, by source time. */
  lengthMs: number
  samples: number
}

/**
 * Whether an instrument is stuck: it goes on sending, and has sent the same number for longer than its kind may while
 * its quantity should vary. A value that is not a number is never called stuck: it is missing, which is said elsewhere.
 */
export function isStuck(kind: PointKind, asset: AssetKind | null, { value, lengthMs, samples }: SameRun): boolean {
  const rule = STILL[kind]
  if (!rule || (asset !== null && EVEN.has(asset)) || !Number.isFinite(value) || samples < LEAST_SAMPLES) return false
  return lengthMs > rule.afterMs && !(rule.mayRestAtZero && value === 0)
}

/** Whether a value lies outside what its instrument can measure, ends included in what it can. */
export function isOutOfRange(value: number, [low, high]: readonly [number, number]): boolean {
  return Number.isFinite(value) && (value < low || value > high)
}
