import { meanOf, quantileOf } from '../statistics/summary.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import type { IntervalSeries } from '../statistics/interval-series.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { addDaysMs, dayStartMs } from '../time/park-zone.ts'
import { rememberDayTypes, type DayTypeOf } from './day-types.ts'
import { profileOf, type DayProfile } from './day-profile.ts'

/**
 * Day-ahead forecast of a load. The method is told on screen by its name.
 *
 * `same-day-mean`: for each slot of the day the mean of the last four days of the same type, moved with the level of
 * the last seven days against their own like days: times the square root of that ratio, within 0.7 to 1.3.
 * A seasonal mean of ours in the manner of simple demand-response baselines; confidence low. Its error is therefore
 * measured: the same method forecasts each of the last 14 days from what was known before it (rolling origin).
 */
export const FORECAST_METHOD = 'same-day-mean'
export const LIKE_DAYS = 4
export const BACKTEST_DAYS = 14
/** Fewer judged days than this give no band and no error, so no forecast either. */
export const MIN_BACKTEST_DAYS = 5
/** Days that are looked through for like days. */
const LOOK_BACK_DAYS = 63
/** Slots either side of a slot whose errors count for its band. */
const BAND_NEIGHBOURS = 1
const LEVEL_DAYS = 7
const LEVEL_RANGE = [0.7, 1.3] as const

export interface ForecastError {
  /** Σ |actual − forecast| / Σ |actual| × 100 over all judged slots (weighted absolute percentage error). */
  wapePercent: Outcome<number>
  /** Mean |actual − forecast| and mean (forecast − actual), unit of the load. */
  meanAbsolute: number
  bias: number
  /** Days that were judged. */
  days: number
}

export interface LoadForecast {
  method: typeof FORECAST_METHOD
  /** Expected load by slot; null where no like day has a value. */
  expected: IntervalSeries
  /** Band that held the middle 80 % of the back-tested errors of the slot and its neighbours. */
  low: IntervalSeries
  high: IntervalSeries
  error: ForecastError
  /** Starts of the days behind the mean, newest first. */
  likeDaysMs: readonly number[]
}

interface Setting {
  history: IntervalSeries
  zone: string
  dayTypeOf: DayTypeOf
  /** What was looked up already, by start of day: the calendar is slow. */
  profiles: Map<number, DayProfile | null>
}

/**
 * Forecast of the day that holds `dayMs` from the complete days before it.
 * Errors: `too-few-samples` with fewer than two like days, or fewer than five days that could be judged.
 *
 * @param history mean load by slot, gaps null, in a step that divides the day; later values are not looked at
 */
export function forecastLoad(
  history: IntervalSeries,
  dayMs: number,
  zone: string,
  dayTypeOf: DayTypeOf,
): Outcome<LoadForecast> {
  const setting: Setting = { history, zone, dayTypeOf: rememberDayTypes(dayTypeOf), profiles: new Map() }
  const startMs = dayStartMs(dayMs, zone)
  const drawn = drawDay(setting, startMs, startMs)
  if (!drawn.ok) return drawn
  const judged = backTest(setting, startMs)
  if (judged.days < MIN_BACKTEST_DAYS) {
    return notEnough('too-few-samples', { contributing: judged.days, expected: MIN_BACKTEST_DAYS })
  }
  const { values, likeDaysMs } = drawn.value
  const seriesOf = (list: readonly (number | null)[]): IntervalSeries => ({
    fromMs: startMs,
    stepMs: history.stepMs,
    values: list,
  })
  const shifted = (share: number): IntervalSeries =>
    seriesOf(
      values.map((value, slot) => {
        const errors = judged.errorsNear(slot)
        return value === null || errors.length === 0 ? null : value + quantileOf(errors, share)
      }),
    )
  return enough({
    method: FORECAST_METHOD,
    expected: seriesOf(values),
    low: shifted(0.1),
    high: shifted(0.9),
    error: judged.error,
    likeDaysMs,
  })
}

interface DrawnDay {
  values: readonly (number | null)[]
  likeDaysMs: readonly number[]
}

/** Forecast of one day with what was known at `knownUntilMs`. */
function drawDay(setting: Setting, startMs: number, knownUntilMs: number): Outcome<DrawnDay> {
  const like = likeDaysBefore(setting, startMs, knownUntilMs)
  if (like.length < 2) return notEnough('too-few-samples', { contributing: like.length, expected: LIKE_DAYS })
  const level = levelOf(setting, knownUntilMs)
  const slots = Math.round((addDaysMs(startMs, 1, setting.zone) - startMs) / setting.history.stepMs)
  const values = Array.from({ length: slots }, (_, slot) => {
    const known = like.map(({ values: day }) => day[slot] ?? null).filter((value) => value !== null)
    return known.length === 0 ? null : meanOf(known) * level
  })
  return enough({ values, likeDaysMs: like.map(({ startMs: day }) => day) })
}

/** Complete days of the same type, newest first, at most `LIKE_DAYS`. */
function likeDaysBefore(setting: Setting, startMs: number, knownUntilMs: number): DayProfile[] {
  const type = setting.dayTypeOf(startMs)
  const found: DayProfile[] = []
  for (let back = 1; back <= LOOK_BACK_DAYS && found.length < LIKE_DAYS; back++) {
    const dayMs = addDaysMs(startMs, -back, setting.zone)
    if (dayMs >= knownUntilMs || setting.dayTypeOf(dayMs) !== type) continue
    const profile = dayOf(setting, dayMs)
    if (profile) found.push(profile)
  }
  return found
}

/**
 * Mean of the last days over the mean of the like days of each: how the level moves, apart from the weekday. Half of
 * the move is taken (the square root), because a week is a noisy witness.
 */
function levelOf(setting: Setting, knownUntilMs: number): number {
  let actual = 0
  let usual = 0
  for (let back = 1; back <= LEVEL_DAYS; back++) {
    const dayMs = addDaysMs(knownUntilMs, -back, setting.zone)
    const profile = dayOf(setting, dayMs)
    const like = likeDaysBefore(setting, dayMs, dayMs)
    if (!profile || like.length < 2) continue
    actual += profile.mean
    usual += meanOf(like.map((one) => one.mean))
  }
  const ratio = usual > 0 && actual > 0 ? Math.sqrt(actual / usual) : 1
  return Math.min(LEVEL_RANGE[1], Math.max(LEVEL_RANGE[0], ratio))
}

function dayOf(setting: Setting, startMs: number): DayProfile | null {
  const known = setting.profiles.get(startMs)
  if (known !== undefined) return known
  const made = profileOf(setting.history, startMs, addDaysMs(startMs, 1, setting.zone), MIN_COVERAGE)
  setting.profiles.set(startMs, made)
  return made
}

interface BackTest {
  days: number
  error: ForecastError
  errorsNear(slot: number): readonly number[]
}

function backTest(setting: Setting, startMs: number): BackTest {
  const bySlot = new Map<number, number[]>()
  let [absolute, signed, actual, count, days] = [0, 0, 0, 0, 0]
  for (let back = 1; back <= BACKTEST_DAYS; back++) {
    const dayMs = addDaysMs(startMs, -back, setting.zone)
    const truth = dayOf(setting, dayMs)
    const drawn = drawDay(setting, dayMs, dayMs)
    if (!truth || !drawn.ok) continue
    days += 1
    drawn.value.values.forEach((value, slot) => {
      const was = truth.values[slot] ?? null
      if (value === null || was === null) return
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), was - value])
      absolute += Math.abs(was - value)
      signed += value - was
      actual += Math.abs(was)
      count += 1
    })
  }
  const wapePercent = actual > 0 ? enough((absolute / actual) * 100) : notEnough('zero-denominator')
  return {
    days,
    error: { wapePercent, meanAbsolute: count > 0 ? absolute / count : 0, bias: count > 0 ? signed / count : 0, days },
    errorsNear: (slot) => {
      const near: number[] = []
      for (let at = slot - BAND_NEIGHBOURS; at <= slot + BAND_NEIGHBOURS; at++) near.push(...(bySlot.get(at) ?? []))
      return near
    },
  }
}
