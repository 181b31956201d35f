import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { ParkTarget } from '../../contract/resources.ts'

/** Points that a figure is made of: a kind of point on some kinds of assets. */
export interface Selector {
  assetKinds: readonly AssetKind[]
  pointKind: PointKind
}

/**
 * How a figure is worked out.
 * - `sum`, `min`: of live readings.
 * - `power-factor`: A / √(A² + R²) of the month's active and reactive energy registers (Circular 15/2014, cos φ).
 * - `day-mean`: Σ mean × count / Σ count of the valid records since park midnight (Decree 08/2022 Art. 97: 24 h average).
 * - `register-ratio`: growth of one set of registers over growth of another, since midnight or since the month began.
 * - `flow-loss`: 1 − (Σ metered + growth in tanks) / Σ supplied over the rolling 24 h, from mean flows and levels in per
 *   cent.
 * - `day-emissions`: energy since midnight × grid factor of the park's stated year.
 */
export type Formula =
  | { type: 'sum' | 'min'; inputs: Selector }
  | { type: 'power-factor'; active: Selector; reactive: Selector; activePower: Selector; reactivePower: Selector }
  | { type: 'day-mean'; inputs: Selector }
  | { type: 'register-ratio'; numerator: Selector; denominator: Selector; since: 'day' | 'month' }
  | { type: 'flow-loss'; supplied: Selector; metered: Selector; levels: Selector }
  | { type: 'day-emissions'; energy: Selector; power: Selector }

export interface KpiDefinition {
  id:
    | 'grid-import'
    | 'solar'
    | 'power-factor'
    | 'water-supplied'
    | 'lowest-pressure'
    | 'water-loss'
    | 'wastewater-in'
    | 'cod-day'
    | 'reuse'
    | 'hazardous-store'
    | 'diversion'
    | 'grid-emissions'
  stream: 'energy' | 'water' | 'wastewater' | 'waste'
  /** Unit and decimals of the figure and its target on screen. */
  unit: string
  decimals: number
  formula: Formula
  /** Null where the figure is compared with what it was itself. */
  targetKey: ParkTarget['key'] | null
  /** Word of the comparison, a key of the `kpi` texts behind `target.`. */
  targetWord:
    | 'contract'
    | 'atLeast'
    | 'atMost'
    | 'capacity'
    | 'design'
    | 'permit'
    | 'goal'
    | 'dayBefore'
    | 'sameWeekday'
  /** End of the bullet's scale: a fixed value, or a multiple of the target or of the day's highest. */
  bulletMax: number
  bulletScale: 'fixed' | 'of-target' | 'of-day'
  /** Lowest value that the sparkline's scale holds; null follows the data. */
  sparkFloor: number | null
}

const GRID: readonly AssetKind[] = ['power-transformer', 'hv-connection']

/** The twelve figures of the overview in the order of the band: two rows of two streams, three figures each. */
export const KPI_DEFINITIONS: readonly KpiDefinition[] = [
  {
    id: 'grid-import',
    stream: 'energy',
    unit: 'MW',
    decimals: 1,
    formula: { type: 'sum', inputs: { assetKinds: GRID, pointKind: 'active-power' } },
    targetKey: 'contracted-power',
    targetWord: 'contract',
    bulletMax: 1.125,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
  {
    id: 'solar',
    stream: 'energy',
    unit: 'MW',
    decimals: 1,
    formula: { type: 'sum', inputs: { assetKinds: ['solar-plant'], pointKind: 'active-power' } },
    targetKey: null,
    targetWord: 'dayBefore',
    bulletMax: 1.1,
    bulletScale: 'of-day',
    sparkFloor: 0,
  },
  {
    id: 'power-factor',
    stream: 'energy',
    unit: '1',
    decimals: 3,
    formula: {
      type: 'power-factor',
      active: { assetKinds: GRID, pointKind: 'energy-import' },
      reactive: { assetKinds: GRID, pointKind: 'reactive-energy' },
      activePower: { assetKinds: GRID, pointKind: 'active-power' },
      reactivePower: { assetKinds: GRID, pointKind: 'reactive-power' },
    },
    targetKey: 'power-factor',
    targetWord: 'atLeast',
    bulletMax: 1,
    bulletScale: 'fixed',
    sparkFloor: null,
  },
  {
    id: 'wastewater-in',
    stream: 'wastewater',
    unit: 'm3/h',
    decimals: 1,
    formula: { type: 'sum', inputs: { assetKinds: ['wastewater-plant'], pointKind: 'flow' } },
    targetKey: 'wastewater-capacity',
    targetWord: 'design',
    bulletMax: 1.1,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
  {
    id: 'cod-day',
    stream: 'wastewater',
    unit: 'mg/L',
    decimals: 1,
    formula: { type: 'day-mean', inputs: { assetKinds: ['outfall'], pointKind: 'cod' } },
    targetKey: 'cod-permit',
    targetWord: 'permit',
    bulletMax: 1.25,
    bulletScale: 'of-target',
    sparkFloor: null,
  },
  {
    id: 'reuse',
    stream: 'wastewater',
    unit: '%',
    decimals: 1,
    formula: {
      type: 'register-ratio',
      numerator: { assetKinds: ['reclaimed-station'], pointKind: 'volume' },
      denominator: { assetKinds: ['wastewater-plant'], pointKind: 'volume' },
      since: 'day',
    },
    targetKey: 'reuse',
    targetWord: 'goal',
    bulletMax: 1.4,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
  {
    id: 'water-supplied',
    stream: 'water',
    unit: 'm3/h',
    decimals: 1,
    formula: { type: 'sum', inputs: { assetKinds: ['water-plant'], pointKind: 'flow' } },
    targetKey: 'water-capacity',
    targetWord: 'capacity',
    bulletMax: 1.12,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
  {
    id: 'lowest-pressure',
    stream: 'water',
    unit: 'bar',
    decimals: 2,
    formula: { type: 'min', inputs: { assetKinds: ['pressure-logger', 'district-meter'], pointKind: 'pressure' } },
    targetKey: 'lowest-pressure',
    targetWord: 'atLeast',
    bulletMax: 1.4,
    bulletScale: 'of-target',
    sparkFloor: null,
  },
  {
    id: 'water-loss',
    stream: 'water',
    unit: '%',
    decimals: 1,
    formula: {
      type: 'flow-loss',
      supplied: { assetKinds: ['water-plant'], pointKind: 'flow' },
      metered: { assetKinds: ['water-meter'], pointKind: 'flow' },
      levels: { assetKinds: ['water-tank'], pointKind: 'level-percent' },
    },
    targetKey: 'water-loss',
    targetWord: 'atMost',
    bulletMax: 1.5,
    bulletScale: 'of-target',
    sparkFloor: null,
  },
  {
    id: 'hazardous-store',
    stream: 'waste',
    unit: 't',
    decimals: 2,
    formula: { type: 'sum', inputs: { assetKinds: ['hazardous-store'], pointKind: 'mass-in-store' } },
    targetKey: 'hazardous-store',
    targetWord: 'atMost',
    bulletMax: 1.2,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
  {
    id: 'diversion',
    stream: 'waste',
    unit: '%',
    decimals: 1,
    formula: {
      type: 'register-ratio',
      numerator: { assetKinds: ['transfer-station'], pointKind: 'mass-diverted' },
      denominator: { assetKinds: ['transfer-station'], pointKind: 'mass-collected' },
      since: 'month',
    },
    targetKey: 'diversion',
    targetWord: 'atLeast',
    bulletMax: 100,
    bulletScale: 'fixed',
    sparkFloor: null,
  },
  {
    id: 'grid-emissions',
    stream: 'waste',
    unit: 't{CO2e}',
    decimals: 0,
    formula: {
      type: 'day-emissions',
      energy: { assetKinds: GRID, pointKind: 'energy-import' },
      power: { assetKinds: GRID, pointKind: 'active-power' },
    },
    targetKey: 'grid-emissions',
    targetWord: 'sameWeekday',
    bulletMax: 1.35,
    bulletScale: 'of-target',
    sparkFloor: 0,
  },
]
