import type { QualityName } from '../../contract/quality.ts'
import type { Freshness } from '../quality/freshness.ts'
import { isContributing, worseFreshness, worseQuality, type TotalInput } from '../quality/total.ts'
import { convertUnit } from '../units/units.ts'
import { tankGrowth } from '../water/storage.ts'
import type { Formula, KpiDefinition } from './kpi-definitions.data.ts'
import { firstOf, minBuckets, registerGrowth, sumBuckets, validMean, type SeriesById } from './series.ts'

/** A live reading as figures need it. */
export interface KpiReading extends TotalInput {
  ageMs: number
  sourceTimeMs: number
}

export interface KpiInputs {
  live: (pointId: string) => KpiReading | null
  /** UCUM unit of a point, for live values and history alike. */
  unitOf: (pointId: string) => string | undefined
  /** Ids of the points that a part of the formula selects, in a fixed order. */
  ids: Readonly<Record<string, readonly string[]>>
  /** The last 24 h in even buckets, and how many there are; empty until history has come. */
  day: SeriesById
  buckets: number
  /** First bucket of `day` at or after park midnight. */
  midnightBucket: number
  /** Rolling 24 h of plants, consumers and tanks in hours, for the loss; the hour before them comes first. */
  loss: SeriesById
  lossBuckets: number
  /** Volume of the tank when full, m³, of which a point is the level; null when it is not known. */
  tankM3Of: (pointId: string) => number | null
  /** Registers at the start of the day and of the month. */
  dayStart: SeriesById
  monthStart: SeriesById
  /** Grid factor of the park, tCO2 per MWh. */
  tCO2PerMWh: number
}

export interface KpiResult {
  /** In the definition's unit; null prints a dash. */
  value: number | null
  freshness: Freshness
  quality: QualityName
  ageMs: number
  sourceTimeMs: number
  contributing: number
  expected: number
  /** 24 h by bucket in the definition's unit; NaN where there is no data. */
  spark: Float64Array
}

const MIN_COVERAGE = 0.8

interface Live {
  inputs: readonly (KpiReading | null)[]
  contributing: readonly KpiReading[]
  freshness: Freshness
  quality: QualityName
  ageMs: number
  sourceTimeMs: number
}

/** Live readings of a part with the worst of their states. Inputs that do not count lower coverage instead. */
function liveOf(inputs: KpiInputs, part: string): Live {
  const readings = (inputs.ids[part] ?? []).map((id) => inputs.live(id))
  const contributing = readings.filter((reading): reading is KpiReading => isContributing(reading))
  let freshness: Freshness = 'live'
  let quality: QualityName = 'Good'
  let oldest: KpiReading | null = null
  const judged = contributing.length > 0 ? contributing : readings.filter((reading) => reading !== null)
  for (const reading of judged) {
    freshness = worseFreshness(freshness, reading.freshness)
    quality = worseQuality(quality, reading.quality)
    if (!oldest || reading.ageMs > oldest.ageMs) oldest = reading
  }
  if (judged.length === 0)
    return {
      inputs: readings,
      contributing,
      freshness: 'waiting',
      quality: 'BadWaitingForInitialData',
      ageMs: Number.NaN,
      sourceTimeMs: Number.NaN,
    }
  return {
    inputs: readings,
    contributing,
    freshness,
    quality,
    ageMs: oldest?.ageMs ?? Number.NaN,
    sourceTimeMs: oldest?.sourceTimeMs ?? Number.NaN,
  }
}

function isUsableState(freshness: Freshness): boolean {
  return freshness === 'live' || freshness === 'late' || freshness === 'stale'
}

function finish(
  live: Live,
  value: number | null,
  spark: Float64Array,
  cover?: { contributing: number; expected: number },
): KpiResult {
  const contributing = cover?.contributing ?? live.contributing.length
  const expected = cover?.expected ?? live.inputs.length
  // Nothing to work with yet, although the source is well: history is still on its way.
  const freshness = contributing === 0 && isUsableState(live.freshness) ? 'waiting' : live.freshness
  const covered = expected > 0 && contributing / expected >= MIN_COVERAGE
  return {
    value: covered && value !== null && Number.isFinite(value) ? value : null,
    freshness,
    quality: live.quality,
    ageMs: live.ageMs,
    sourceTimeMs: live.sourceTimeMs,
    contributing,
    expected,
    spark,
  }
}

function mapSpark(values: Float64Array, change: (value: number, k: number) => number): Float64Array {
  return values.map(change)
}

/** Growth of the registers of a part since a start: sum, and how many of them could be read at both ends. */
function growthOf(
  inputs: KpiInputs,
  part: string,
  start: SeriesById,
): { sum: number; contributing: number; expected: number } {
  const ids = inputs.ids[part] ?? []
  let sum = 0
  let contributing = 0
  for (const id of ids) {
    const reading = inputs.live(id)
    const growth = registerGrowth(firstOf(start.get(id)), isContributing(reading) ? reading.value : null)
    if (growth === null) continue
    sum += growth
    contributing += 1
  }
  return { sum, contributing, expected: ids.length }
}

function seriesOf(inputs: KpiInputs, part: string, from: SeriesById = inputs.day) {
  return (inputs.ids[part] ?? []).map((id) => from.get(id))
}

type Evaluator<T extends Formula['type']> = (
  definition: KpiDefinition,
  inputs: KpiInputs,
  formula: Extract<Formula, { type: T }>,
) => KpiResult

const evaluateTotal: Evaluator<'sum' | 'min'> = (definition, inputs, formula) => {
  const live = liveOf(inputs, 'inputs')
  const unit = inputs.unitOf(inputs.ids['inputs']?.[0] ?? '') ?? definition.unit
  const values = live.contributing.map((reading) => reading.value)
  const total =
    values.length === 0 ? null : formula.type === 'sum' ? values.reduce((a, b) => a + b, 0) : Math.min(...values)
  const series = seriesOf(inputs, 'inputs')
  const spark = formula.type === 'sum' ? sumBuckets(series, inputs.buckets) : minBuckets(series, inputs.buckets)
  const shown = (value: number): number => convertUnit(value, unit, definition.unit) ?? Number.NaN
  return finish(live, total === null ? null : shown(total), mapSpark(spark, shown))
}

const evaluatePowerFactor: Evaluator<'power-factor'> = (_definition, inputs) => {
  const live = liveOf(inputs, 'active')
  const active = growthOf(inputs, 'active', inputs.monthStart)
  const reactive = growthOf(inputs, 'reactive', inputs.monthStart)
  const apparent = Math.hypot(active.sum, reactive.sum)
  const real = sumBuckets(seriesOf(inputs, 'activePower'), inputs.buckets)
  const wattless = sumBuckets(seriesOf(inputs, 'reactivePower'), inputs.buckets)
  const spark = mapSpark(real, (power, k) => {
    const total = Math.hypot(power, wattless[k] ?? Number.NaN)
    return total > 0 ? Math.abs(power) / total : Number.NaN
  })
  return finish(live, apparent > 0 ? active.sum / apparent : null, spark, {
    contributing: Math.min(active.contributing, reactive.contributing),
    expected: active.expected,
  })
}

const evaluateDayMean: Evaluator<'day-mean'> = (_definition, inputs) => {
  const live = liveOf(inputs, 'inputs')
  const series = seriesOf(inputs, 'inputs')
  const day = validMean(series, inputs.midnightBucket)
  return finish(live, day.mean, sumBuckets(series, inputs.buckets), { contributing: day.valid, expected: day.expected })
}

const evaluateRatio: Evaluator<'register-ratio'> = (_definition, inputs, formula) => {
  const live = liveOf(inputs, 'denominator')
  const start = formula.since === 'day' ? inputs.dayStart : inputs.monthStart
  const part = growthOf(inputs, 'numerator', start)
  const whole = growthOf(inputs, 'denominator', start)
  const value = whole.sum > 0 ? (part.sum / whole.sum) * 100 : null
  const grown = (name: 'numerator' | 'denominator', k: number): number => {
    let sum = 0
    for (const id of inputs.ids[name] ?? []) {
      const series = inputs.day.get(id)
      const from = formula.since === 'day' ? (series?.last[k - 4] ?? null) : firstOf(start.get(id))
      sum += registerGrowth(from, series?.last[k] ?? null) ?? Number.NaN
    }
    return sum
  }
  // A month's share is drawn as it built up; a day's share hour by hour.
  const spark = Float64Array.from({ length: inputs.buckets }, (_, k) => {
    const all = grown('denominator', k)
    return all > 0 ? (grown('numerator', k) / all) * 100 : Number.NaN
  })
  return finish(live, value, spark, {
    contributing: part.contributing + whole.contributing,
    expected: part.expected + whole.expected,
  })
}

/** What went into tanks in each hour, m³: water that no meter saw and that is not lost. NaN where a level is missing. */
function storedBuckets(inputs: KpiInputs): Float64Array {
  const stored = new Float64Array(inputs.lossBuckets)
  for (const id of inputs.ids['levels'] ?? []) {
    const levels = inputs.loss.get(id)?.last
    const m3 = inputs.tankM3Of(id)
    for (let k = 1; k < stored.length; k++) {
      const grown = tankGrowth(levels?.[k - 1] ?? null, levels?.[k] ?? null, m3)
      stored[k] = (stored[k] ?? Number.NaN) + (grown.ok ? grown.value : Number.NaN)
    }
  }
  return stored
}

const evaluateLoss: Evaluator<'flow-loss'> = (_definition, inputs) => {
  const live = liveOf(inputs, 'supplied')
  const supplied = sumBuckets(seriesOf(inputs, 'supplied', inputs.loss), inputs.lossBuckets)
  const meters = seriesOf(inputs, 'metered', inputs.loss)
  const metered = sumBuckets(meters, inputs.lossBuckets)
  const stored = storedBuckets(inputs)
  const spark = new Float64Array(Math.max(0, inputs.lossBuckets - 1)).fill(Number.NaN)
  let into = 0
  let out = 0
  for (let k = 1; k < inputs.lossBuckets; k++) {
    const given = supplied[k] ?? Number.NaN
    const taken = (metered[k] ?? Number.NaN) + (stored[k] ?? Number.NaN)
    if (Number.isNaN(given) || Number.isNaN(taken)) continue
    into += given
    out += taken
    spark[k - 1] = given > 0 ? (1 - taken / given) * 100 : Number.NaN
  }
  const known = meters.filter((series) => series?.mean.some((value) => value !== null)).length
  const value = into > 0 ? (1 - out / into) * 100 : null
  return finish(live, value, spark, { contributing: known, expected: meters.length })
}

const evaluateEmissions: Evaluator<'day-emissions'> = (_definition, inputs) => {
  const live = liveOf(inputs, 'energy')
  const energy = growthOf(inputs, 'energy', inputs.dayStart)
  const tonnes = (energy.sum / 1000) * inputs.tCO2PerMWh
  const power = sumBuckets(seriesOf(inputs, 'power'), inputs.buckets)
  return finish(
    live,
    energy.contributing > 0 ? tonnes : null,
    mapSpark(power, (kw) => (kw / 1000) * inputs.tCO2PerMWh),
    {
      contributing: energy.contributing,
      expected: energy.expected,
    },
  )
}

/**
 * Works a figure out. Missing inputs lower the coverage; under 80 % there is no number. Its freshness and quality
 * are the worst of the inputs that count.
 */
export function evaluateKpi(definition: KpiDefinition, inputs: KpiInputs): KpiResult {
  const { formula } = definition
  switch (formula.type) {
    case 'sum':
    case 'min':
      return evaluateTotal(definition, inputs, formula)
    case 'power-factor':
      return evaluatePowerFactor(definition, inputs, formula)
    case 'day-mean':
      return evaluateDayMean(definition, inputs, formula)
    case 'register-ratio':
      return evaluateRatio(definition, inputs, formula)
    case 'flow-loss':
      return evaluateLoss(definition, inputs, formula)
    case 'day-emissions':
      break
  }
  return evaluateEmissions(definition, inputs, formula)
}
