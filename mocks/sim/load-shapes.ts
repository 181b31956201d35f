import type { SimConsumer } from '../park/simulation-file.ts'
import bdew from '../../fixtures/profiles/bdew-commercial.json' with { type: 'json' }
import steel from '../../fixtures/profiles/steel-week.json' with { type: 'json' }
import { CELLS_PER_DAY } from './civil.ts'
import { smoothOf } from './hash.ts'
import { DAMPING, type Damping } from './load-shapes.data.ts'

type ProfileId = SimConsumer['powerProfile']
/** Week of a shape: seven rows (Monday first) of 96 quarter hours. */
type Week = readonly (readonly number[])[]

/** Variants of each day, so that two plants with one shape do not move together. */
export const WOBBLES = 4
/** Highest load over the mean: what contracts and transformers are sized for, with some room. */
const TENANT_PEAK = 1.24
const SERVICE_PEAK = 1.45
const WOBBLE_STREAM = 0x5eed_10ad

const commercial = (id: keyof typeof bdew.profiles): Week => {
  const { workday, saturday, sunday } = bdew.profiles[id]
  return [workday, workday, workday, workday, workday, saturday, sunday]
}

type Part = readonly [Week | number, number]
/** One day of a shape, by its row in the week. */
type DayShape = (row: number) => number[]

/** Weighted sum of shapes, then the share of the Monday row that Saturday takes over (Viet Nam works six days). */
function blend(parts: readonly Part[], saturdayWork = 0): DayShape {
  const plain = (row: number): number[] => {
    const slots: number[] = []
    for (let slot = 0; slot < CELLS_PER_DAY; slot++) {
      let sum = 0
      for (const [week, weight] of parts) sum += weight * (typeof week === 'number' ? week : (week[row]?.[slot] ?? 0))
      slots.push(sum)
    }
    return slots
  }
  return (row) => {
    if (row !== 5) return plain(row)
    const monday = plain(0)
    return plain(5).map((value, slot) => (1 - saturdayWork) * value + saturdayWork * (monday[slot] ?? value))
  }
}

const SHIFT_CHANGES: ReadonlySet<number> = new Set([23, 24, 55, 56, 87, 88])

/** Dips of a few minutes' stop at the shift changes 06:00, 14:00 and 22:00. */
function notchShifts(day: DayShape): DayShape {
  return (row) => day(row).map((value, slot) => (SHIFT_CHANGES.has(slot) ? value * 0.93 : value))
}

const g3 = commercial('g3')
const SHAPES: Readonly<Record<ProfileId, () => DayShape>> = {
  steel: () =>
    blend(
      [
        [steel.rows, 0.5],
        [g3, 0.3],
        [1000, 0.2],
      ],
      0.3,
    ),
  continuous: () =>
    blend(
      [
        [1000, 0.8],
        [g3, 0.2],
      ],
      0.6,
    ),
  'three-shift': () =>
    notchShifts(
      blend(
        [
          [1000, 0.45],
          [g3, 0.55],
        ],
        0.7,
      ),
    ),
  'two-shift': () =>
    notchShifts(
      blend(
        [
          [steel.rows, 0.2],
          [g3, 0.5],
          [1000, 0.3],
        ],
        0.7,
      ),
    ),
  'day-shift': () =>
    blend(
      [
        [commercial('g1'), 0.45],
        [g3, 0.3],
        [1000, 0.25],
      ],
      0.75,
    ),
  logistics: () =>
    blend(
      [
        [commercial('g4'), 0.6],
        [g3, 0.4],
      ],
      0.6,
    ),
  'bdew-g1': () => blend([[commercial('g1'), 1]], 0.4),
  'bdew-g3': () => blend([[g3, 1]], 0.5),
  'bdew-g4': () => blend([[commercial('g4'), 1]], 0.3),
  housing: () =>
    blend([
      [commercial('g2'), 0.7],
      [1000, 0.3],
    ]),
  utility: () =>
    blend(
      [
        [1000, 0.75],
        [g3, 0.25],
      ],
      0.5,
    ),
}

export const PROFILE_IDS = Object.keys(SHAPES) as readonly ProfileId[]

/** Index of a day's row in the tables. */
function rowAt(profile: number, dayType: number, wobble: number): number {
  return (profile * 7 + dayType) * WOBBLES + wobble
}

/**
 * A plant of several halls has a flatter load than one line: peaks are cut at the 85th percentile of the week. Takes all
 * seven days; what it comes to is kept in `load-shapes.data.ts`.
 */
export function dampingOf(id: ProfileId): Damping {
  const day = SHAPES[id]()
  const slots = [0, 1, 2, 3, 4, 5, 6].flatMap((row) => day(row))
  const top = slots.toSorted((a, b) => a - b)[Math.floor(slots.length * 0.85)] ?? 1
  return { top, mean: slots.reduce((sum, value) => sum + Math.min(top, value), 0) / slots.length }
}

/** Tables of all shapes. Each row is worked out when a day first has it; rows depend on the data only. */
export class ShapeTables {
  /** Value at the start of each quarter hour, mean of the week 1: `[offsetOf(profile, day type, wobble) + cell]`. */
  readonly values: Float64Array
  /** Integral from midnight to the start of each cell, in cells, straight lines between values. */
  readonly sums: Float64Array
  readonly #isFilled: Uint8Array

  constructor() {
    const rows = PROFILE_IDS.length * 7 * WOBBLES
    this.values = new Float64Array(rows * CELLS_PER_DAY)
    this.sums = new Float64Array(rows * CELLS_PER_DAY)
    this.#isFilled = new Uint8Array(rows)
  }

  /** Where the row of a profile's day begins in `values` and `sums`. */
  offsetOf(profile: number, dayType: number, wobble: number): number {
    const row = rowAt(profile, dayType, wobble)
    if (this.#isFilled[row] === 0) this.#fill(profile, dayType, row)
    return row * CELLS_PER_DAY
  }

  #fill(profile: number, dayType: number, row: number): void {
    const id = PROFILE_IDS[profile] ?? 'continuous'
    const { top, mean } = DAMPING[id]
    // The rest is drawn in around the mean until the highest quarter hour is `peak` times the mean.
    const peak = id === 'housing' || id === 'bdew-g1' ? SERVICE_PEAK : TENANT_PEAK
    const share = Math.min(1, (peak - 1) / Math.max(0.01, top / mean - 1))
    const slots = SHAPES[id]()(dayType)
    const stream = WOBBLE_STREAM + row
    const { values, sums } = this
    const at = row * CELLS_PER_DAY
    for (let cell = 0; cell < CELLS_PER_DAY; cell++) {
      const sway = 1 + 0.05 * smoothOf(stream, cell / 7) + 0.025 * smoothOf(stream + 7, cell / 2)
      values[at + cell] = (1 + (Math.min(top, slots[cell] ?? mean) / mean - 1) * share) * sway
      if (cell > 0) {
        sums[at + cell] = (sums[at + cell - 1] ?? 0) + ((values[at + cell - 1] ?? 0) + (values[at + cell] ?? 0)) / 2
      }
    }
    this.#isFilled[row] = 1
  }
}

let tables: ShapeTables | null = null

/** The tables of all shapes, which every world shares. */
export function shapeTables(): ShapeTables {
  tables ??= new ShapeTables()
  return tables
}
