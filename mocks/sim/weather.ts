import climate from '../../fixtures/profiles/climate-months.json' with { type: 'json' }
import clouds from '../../fixtures/profiles/solar-cloud.json' with { type: 'json' }
import { CELLS_PER_DAY, CELL_MS, HOUR_MS, civilOf, dayOfYear } from './civil.ts'
import { DayCache, DayTotals } from './day-cache.ts'
import { type Curve, curveArea, curveAt } from './events.ts'
import { normalOf, smoothOf, streamOf, unitOf } from './hash.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

/** Knots of one day at quarter hours, 0 to 96, with running integrals (value times hours). */
interface WeatherDay {
  irradiance: Float64Array
  irradianceHours: Float64Array
  rain: Float64Array
  rainMm: Float64Array
  meanC: number
  swingC: number
  humidity: number
}

export interface WeatherEffects {
  rainMmH: Curve
  shade: Curve
  coolC: Curve
  windMs: Curve
}

const MEAN_RAIN_OF_A_WET_DAY_MM = 14
const station = climate.stations['dong-phu']
const monthly = (values: readonly number[], month: number): number => values[month - 1] ?? 0

/** Weather of the park: real monthly climate and real cloudy hours, arranged by hashed days. */
export class Weather {
  private readonly time: WorldTime
  private readonly latitude: number
  private readonly longitude: number
  private readonly stream: number
  private readonly days: DayCache<WeatherDay>
  private readonly totals: DayTotals
  private readonly effects: WeatherEffects | null

  constructor(time: WorldTime, seed: number, position: readonly number[], effects: WeatherEffects | null) {
    this.time = time
    this.longitude = position[0] ?? 106.6
    this.latitude = position[1] ?? 11.25
    this.stream = streamOf(seed, 'weather')
    this.effects = effects
    this.days = new DayCache(96, (day) => this.buildDay(day))
    this.totals = new DayTotals(FIRST_DAY, 2, (day, out) => {
      const built = this.days.get(day)
      out[0] = built.irradianceHours[CELLS_PER_DAY] ?? 0
      out[1] = built.rainMm[CELLS_PER_DAY] ?? 0
    })
  }

  /** Sun on a horizontal plane under a clear sky, W/m2, at local hours of one day. */
  private clearSkyOf(day: number): (localHour: number) => number {
    const declination = -0.4093 * Math.cos((2 * Math.PI * (dayOfYear(day) + 10)) / 365)
    const shift = this.longitude / 15 - this.time.offsetMs / HOUR_MS
    const latitude = (this.latitude * Math.PI) / 180
    const constant = Math.sin(latitude) * Math.sin(declination)
    const swing = Math.cos(latitude) * Math.cos(declination)
    return (localHour) => {
      const height = constant + swing * Math.cos(((localHour + shift - 12) * Math.PI) / 12)
      return height <= 0 ? 0 : 1060 * height ** 1.15
    }
  }

  private buildDay(day: number): WeatherDay {
    const s = this.stream
    const { month } = civilOf(day)
    const sunShare = Math.min(0.85, monthly(station.sunHours, month) / (30.4 * 11.6))
    const wetDays = monthly(station.rainMm, month) / (30.4 * MEAN_RAIN_OF_A_WET_DAY_MM)
    const wet = unitOf(s, day, 1) < wetDays
    const amountMm = wet ? -MEAN_RAIN_OF_A_WET_DAY_MM * Math.log(1 - 0.97 * unitOf(s, day, 2)) : 0
    const startCell = Math.floor(4 * (12.5 + 7 * unitOf(s, day, 3)))
    const lengthCells = 4 + Math.floor(7 * unitOf(s, day, 4))
    const rank = unitOf(s, day, 5) * 0.65 + 0.35 * (0.5 + 0.5 * smoothOf(s ^ 9, day / 4))
    const bent = rank ** (1 + Math.max(0, 0.62 - sunShare) * 4) * (wet ? 0.8 : 1)
    const row = clouds.days[Math.min(clouds.days.length - 1, Math.floor(bent * clouds.days.length))] ?? []
    const clearSky = this.clearSkyOf(day)
    const irradiance = new Float64Array(CELLS_PER_DAY + 1)
    const rain = new Float64Array(CELLS_PER_DAY + 1)
    for (let k = 0; k <= CELLS_PER_DAY; k++) {
      const inRain = k > startCell && k < startCell + lengthCells
      rain[k] = inRain ? Math.sin((Math.PI * (k - startCell)) / lengthCells) ** 2 : 0
      const clear = clearSky(k / 4)
      if (clear <= 0) continue
      const x = Math.min(row.length - 1.001, Math.max(0, k / 4 - clouds.firstHour))
      const i = Math.floor(x)
      const share = ((row[i] ?? 80) * (1 - x + i) + (row[i + 1] ?? 80) * (x - i)) / 100
      const passing = 1 - (0.5 - Math.abs(share - 0.5)) * 0.5 * unitOf(s ^ 3, day, k)
      irradiance[k] = clear * (0.1 + 0.9 * share) * passing * (inRain && amountMm > 1 ? 0.35 : 1)
    }
    const scale = amountMm / Math.max(1e-9, rain.reduce((sum, value) => sum + value, 0) / 4)
    for (let k = 0; k <= CELLS_PER_DAY; k++) rain[k] = (rain[k] ?? 0) * scale
    rain[CELLS_PER_DAY] = 0
    const swing = monthly(station.maxC, month) - monthly(station.minC, month)
    return {
      irradiance,
      irradianceHours: integrate(irradiance),
      rain,
      rainMm: integrate(rain),
      meanC: monthly(station.meanC, month) + 0.8 * normalOf(s ^ 5, day) + (wet ? -0.5 : 0.3),
      swingC: swing * (0.5 + 0.42 * rank),
      humidity: monthly(station.humidityPercent, month) + (wet ? 4 : -2),
    }
  }

  private knotValue(table: 'irradiance' | 'rain', tMs: number): number {
    const values = this.days.get(this.time.dayOf(tMs))[table]
    const x = this.time.sinceMidnight(tMs) / CELL_MS
    const i = Math.floor(x)
    const a = values[i] ?? 0
    return a + ((values[i + 1] ?? 0) - a) * (x - i)
  }

  private knotIntegral(values: Float64Array, sums: Float64Array, tMs: number): number {
    const x = this.time.sinceMidnight(tMs) / CELL_MS
    const i = Math.floor(x)
    const u = x - i
    const a = values[i] ?? 0
    return (sums[i] ?? 0) + (a * u + (((values[i + 1] ?? 0) - a) * u * u) / 2) / 4
  }

  /** Sun before any event, W/m2: what solar plants integrate. */
  plainIrradianceAt(tMs: number): number {
    return this.knotValue('irradiance', tMs)
  }

  /** Sun before any event at the 97 knots of a day; read only. */
  irradianceKnots(day: number): Float64Array {
    return this.days.get(day).irradiance
  }

  /** Integral of the sun before any event since the first day, W·h/m2. */
  irradianceHours(tMs: number): number {
    const day = this.time.dayOf(tMs)
    const built = this.days.get(day)
    return (this.totals.before(day)[0] ?? 0) + this.knotIntegral(built.irradiance, built.irradianceHours, tMs)
  }

  /** Share of the sun that an event takes away, 0 to 1. */
  shadeAt(tMs: number): number {
    return this.effects === null ? 0 : curveAt(this.effects.shade, tMs)
  }

  irradianceAt(tMs: number): number {
    return this.plainIrradianceAt(tMs) * (1 - this.shadeAt(tMs))
  }

  /** Rain, mm/h. */
  rainAt(tMs: number): number {
    return this.knotValue('rain', tMs) + (this.effects === null ? 0 : curveAt(this.effects.rainMmH, tMs))
  }

  /** Rain since the first day, mm. */
  rainTotal(tMs: number): number {
    const day = this.time.dayOf(tMs)
    const built = this.days.get(day)
    const event = this.effects === null ? 0 : curveArea(this.effects.rainMmH, tMs) / HOUR_MS
    return (this.totals.before(day)[1] ?? 0) + this.knotIntegral(built.rain, built.rainMm, tMs) + event
  }

  /** Air temperature, °C: lowest at 06:00, highest at 14:00. */
  temperatureAt(tMs: number): number {
    const day = this.time.dayOf(tMs)
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const built = this.days.get(day)
    const next = this.days.get(day + 1)
    const share = hour / 24
    const mean = built.meanC * (1 - share) + next.meanC * share
    const swing = built.swingC * (1 - share) + next.swingC * share
    const wave =
      hour >= 6 && hour <= 14 ? -Math.cos((Math.PI * (hour - 6)) / 8) : Math.cos((Math.PI * ((hour + 10) % 24)) / 16)
    const cool = this.effects === null ? 0 : curveAt(this.effects.coolC, tMs)
    return (
      mean +
      (swing / 2) * wave -
      Math.min(4, this.rainAt(tMs) * 0.25) -
      cool +
      0.3 * smoothOf(this.stream ^ 21, tMs / 1_500_000)
    )
  }

  /** Relative humidity, %. */
  humidityAt(tMs: number): number {
    const built = this.days.get(this.time.dayOf(tMs))
    const raining = Math.min(15, this.rainAt(tMs) * 3)
    return Math.min(99, Math.max(32, built.humidity - 3.4 * (this.temperatureAt(tMs) - built.meanC) + raining))
  }

  /** Wind, m/s: rises with the day's warmth and in gusts. */
  windAt(tMs: number): number {
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const breeze = 1.4 + 1.6 * Math.max(0, Math.sin((Math.PI * (hour - 7)) / 12))
    const gust = 0.7 * smoothOf(this.stream ^ 31, tMs / 240_000) + 0.6 * smoothOf(this.stream ^ 32, tMs / 5_400_000)
    const event = this.effects === null ? 0 : curveAt(this.effects.windMs, tMs)
    return Math.max(0.1, breeze + gust + Math.min(4, this.rainAt(tMs) * 0.15) + event)
  }
}

/** Running integral of knots at quarter hours, value times hours. */
function integrate(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length)
  for (let k = 1; k < values.length; k++) {
    sums[k] = (sums[k - 1] ?? 0) + ((values[k - 1] ?? 0) + (values[k] ?? 0)) / 8
  }
  return sums
}
