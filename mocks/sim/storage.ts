import type { SimulationParams } from '../park/simulation-file.ts'
import { HOUR_MS, weekdayOf } from './civil.ts'
import type { WorldTime } from './world-time.ts'

const EFFICIENCY = 0.9
const FULL_SHARE = 0.95

/** Battery that carries the evening peak (Mon–Sat 17:30–19:30) and is charged from 22:00 to midnight. */
export class Storage {
  readonly transformer: number
  private readonly time: WorldTime
  private readonly capacityKwh: number
  private readonly dischargeKw: number

  constructor(unit: SimulationParams['energy']['storage'][number], transformer: number, time: WorldTime) {
    this.transformer = transformer
    this.time = time
    this.capacityKwh = unit.capacityKwh
    this.dischargeKw = Math.min(unit.powerKw * EFFICIENCY, (unit.capacityKwh * 0.8) / 2)
  }

  /** Power, kW: positive while it feeds the grid. */
  powerAt(tMs: number): number {
    if (weekdayOf(this.time.dayOf(tMs)) === 7) return 0
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    if (hour >= 17.5 && hour < 19.5) return this.dischargeKw
    return hour >= 22 ? -this.dischargeKw / EFFICIENCY : 0
  }

  /** State of charge, %. Every working day ends as it began. */
  chargeAt(tMs: number): number {
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const working = weekdayOf(this.time.dayOf(tMs)) !== 7
    const out = working ? Math.min(2, Math.max(0, hour - 17.5)) : 0
    const back = working ? Math.max(0, hour - 22) : 0
    return 100 * (FULL_SHARE - ((out - back) * this.dischargeKw) / this.capacityKwh)
  }
}
