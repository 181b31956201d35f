import { CELLS_PER_DAY, CELL_MS } from './civil.ts'
import { DayTotals } from './day-cache.ts'
import type { Demand } from './demand.ts'
import type { Grid } from './grid.ts'
import type { Weather } from './weather.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

/** Import registers of consumers with rooftop solar: the positive part of load less sun, before events. */
export class SolarImport {
  private readonly grid: Grid
  private readonly demand: Demand
  private readonly weather: Weather
  private readonly time: WorldTime
  private readonly members: readonly number[]
  private readonly totals: DayTotals
  private readonly knots = new Float64Array(CELLS_PER_DAY + 1)

  constructor(grid: Grid, demand: Demand, weather: Weather, time: WorldTime) {
    this.grid = grid
    this.demand = demand
    this.weather = weather
    this.time = time
    this.members = [...grid.solarGain.keys()].filter((c) => (grid.solarGain[c] ?? 0) > 0)
    this.totals = new DayTotals(FIRST_DAY, this.members.length, (day, out) => {
      this.members.forEach((c, i) => {
        out[i] = this.inDay(c, day, CELLS_PER_DAY)
      })
    })
  }

  /** Import from midnight to `cells` quarter hours (may be fractional), kWh. */
  private inDay(c: number, day: number, cells: number): number {
    const { knots } = this
    this.demand.loadKnots(c, day, knots)
    const sun = this.weather.irradianceKnots(day)
    const base = this.grid.topology.consumers[c]?.powerKw ?? 0
    const gain = this.grid.solarGain[c] ?? 0
    let energy = 0
    let a = base * (knots[0] ?? 0) - gain * (sun[0] ?? 0)
    for (let k = 0; k < cells; k++) {
      const end = base * (knots[k + 1] ?? 0) - gain * (sun[k + 1] ?? 0)
      const u = Math.min(1, cells - k)
      energy += positiveArea(a, a + (end - a) * u, u)
      a = end
    }
    return energy / 4
  }

  /** Register since the first day, kWh. */
  at(c: number, tMs: number): number {
    const day = this.time.dayOf(tMs)
    const before = this.totals.before(day)[this.members.indexOf(c)] ?? 0
    return before + this.inDay(c, day, this.time.sinceMidnight(tMs) / CELL_MS)
  }
}

/** Integral of the positive part of a straight line from a to b over a width. */
function positiveArea(a: number, b: number, width: number): number {
  if (a >= 0 && b >= 0) return ((a + b) / 2) * width
  if (a <= 0 && b <= 0) return 0
  const positive = Math.max(a, b)
  return ((positive * positive) / (2 * Math.abs(a - b))) * width
}
