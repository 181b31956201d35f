import { CELLS_PER_DAY, CELL_MS } from './civil.ts'
import { DayTotals } from './day-cache.ts'
import type { Demand } from './demand.ts'
import type { Grid } from './grid.ts'
import type { Weather } from './weather.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

/** Load shapes never fall under this share of the day's level; brightest sun, W/m2. */
const LOWEST_SHAPE = 0.4
const BRIGHTEST = 1080

/** A feeder or power transformer: the consumers behind it and its losses, kW. */
export interface ExportNode {
  members: readonly number[]
  lossAt(tMs: number): number
}

/**
 * Energy that nodes push back before events, kWh: sunny hours of Tết and of some Sundays. Import registers add it to
 * the net energy, so that they stand still while a node exports.
 */
export class NodeExport {
  private readonly grid: Grid
  private readonly demand: Demand
  private readonly weather: Weather
  private readonly time: WorldTime
  private readonly nodes: readonly ExportNode[]
  private readonly gains: readonly number[]
  private readonly totals: DayTotals
  private readonly knots = new Float64Array(CELLS_PER_DAY + 1)

  constructor(grid: Grid, demand: Demand, weather: Weather, time: WorldTime, nodes: readonly ExportNode[]) {
    this.grid = grid
    this.demand = demand
    this.weather = weather
    this.time = time
    this.nodes = nodes
    this.gains = nodes.map(({ members }) => members.reduce((sum, c) => sum + (grid.solarGain[c] ?? 0), 0))
    this.totals = new DayTotals(FIRST_DAY, nodes.length, (day, out) => {
      for (let f = 0; f < nodes.length; f++) out[f] = this.inDay(f, day, CELLS_PER_DAY)
    })
  }

  private mayExport(node: number, day: number): boolean {
    const sun = (this.gains[node] ?? 0) * BRIGHTEST
    if (sun === 0) return false
    let lowest = 0
    for (const c of this.nodes[node]?.members ?? []) {
      const level = Math.min(this.demand.levelOf(c, day), this.demand.levelOf(c, day + 1))
      lowest += (this.grid.topology.consumers[c]?.powerKw ?? 0) * level * LOWEST_SHAPE
    }
    return lowest < sun
  }

  private inDay(node: number, day: number, cells: number): number {
    if (!this.mayExport(node, day)) return 0
    const net = new Float64Array(CELLS_PER_DAY + 1)
    const sun = this.weather.irradianceKnots(day)
    const start = this.time.startOf(day)
    for (const c of this.nodes[node]?.members ?? []) {
      this.demand.loadKnots(c, day, this.knots)
      const base = this.grid.topology.consumers[c]?.powerKw ?? 0
      const gain = this.grid.solarGain[c] ?? 0
      for (let k = 0; k <= CELLS_PER_DAY; k++) {
        net[k] = (net[k] ?? 0) + base * (this.knots[k] ?? 0) - gain * (sun[k] ?? 0)
      }
    }
    const losses = this.nodes[node]
    let energy = 0
    for (let k = 0; k < cells; k++) {
      const a = (net[k] ?? 0) + (losses?.lossAt(start + k * CELL_MS) ?? 0)
      const end = (net[k + 1] ?? 0) + (losses?.lossAt(start + (k + 1) * CELL_MS - 1) ?? 0)
      const u = Math.min(1, cells - k)
      energy += negativeArea(a, a + (end - a) * u, u)
    }
    return energy / 4
  }

  /** Exported energy since the first day. */
  at(node: number, tMs: number): number {
    const day = this.time.dayOf(tMs)
    return (this.totals.before(day)[node] ?? 0) + this.inDay(node, day, this.time.sinceMidnight(tMs) / CELL_MS)
  }
}

/** Area between zero and the part of a straight line from a to b that lies below it. */
function negativeArea(a: number, b: number, width: number): number {
  if (a >= 0 && b >= 0) return 0
  if (a <= 0 && b <= 0) return (-(a + b) / 2) * width
  const depth = Math.min(a, b)
  return ((depth * depth) / (2 * Math.abs(a - b))) * width
}
