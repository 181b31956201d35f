import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { DailyRow, DailySection } from '../../contract/daily.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { ParkTarget } from '../../contract/resources.ts'

export interface LineInput {
  assets: readonly AssetKind[]
  point: PointKind
}

/** How a day's figure comes out of daily buckets. */
export type LineFormula =
  /** Growth of registers over the day, summed, times a factor. */
  | { type: 'growth'; input: LineInput; factor: number }
  | { type: 'growth-ratio'; numerator: LineInput; denominator: LineInput; factor: number }
  /** 1 − (part + what went into tanks) / whole, in per cent; `levels` are those of tanks between the two, in per cent. */
  | { type: 'growth-loss'; part: LineInput; whole: LineInput; levels: LineInput | null }
  | { type: 'mean' | 'min' | 'max' | 'last'; input: LineInput }
  /** Minutes that switches stood open, summed over them: 1 is closed. */
  | { type: 'open-minutes'; input: LineInput }
  /** Given by the caller: alarms, laboratory, work orders. */
  | { type: 'given' }

export interface DailyLine {
  key: string
  section: DailySection
  code: string
  unit: string
  decimals: number
  comparison: DailyRow['comparison']
  targetKey: ParkTarget['key'] | null
  /** Target where the park sets none of its own: nothing cut off, alarms as EEMUA 191 has them (144 a day). */
  goal: number | null
  formula: LineFormula
}

const GRID: LineInput = { assets: ['power-transformer', 'hv-connection'], point: 'energy-import' }
const METERS: LineInput = { assets: ['electricity-meter'], point: 'energy-import' }
const SOLAR: LineInput = { assets: ['solar-plant'], point: 'energy-generated' }
const SUPPLY: LineInput = { assets: ['water-plant'], point: 'volume' }
const TANKS: LineInput = { assets: ['water-tank'], point: 'level-percent' }
const SOLD: LineInput = { assets: ['water-meter'], point: 'volume' }
const INFLOW: LineInput = { assets: ['wastewater-plant'], point: 'volume' }
const outfall = (point: PointKind): LineInput => ({ assets: ['outfall'], point })

type Head = [key: string, section: DailySection, code: string, unit: string, decimals: number]
const line = (
  [key, section, code, unit, decimals]: Head,
  formula: LineFormula,
  comparison: DailyRow['comparison'] = 'none',
  targetKey: ParkTarget['key'] | null = null,
  goal: number | null = null,
): DailyLine => ({ key, section, code, unit, decimals, comparison, targetKey, goal, formula })
const GIVEN: LineFormula = { type: 'given' }

/** Lines of the daily report in their order (fields of a plant's record, see the daily report schema). */
export const DAILY_LINES: readonly DailyLine[] = [
  line(['grid-import', 'energy', 'E-01', 'MW.h', 0], { type: 'growth', input: GRID, factor: 0.001 }),
  line(['peak-demand', 'energy', 'E-02', 'MW', 1], GIVEN, '<=', 'contracted-power'),
  line(['rooftop-solar', 'energy', 'E-05', 'MW.h', 1], { type: 'growth', input: SOLAR, factor: 0.001 }),
  line(['power-factor', 'energy', 'E-07', '1', 3], GIVEN, '>=', 'power-factor'),
  line(['network-loss', 'energy', 'E-09', '%', 1], { type: 'growth-loss', part: METERS, whole: GRID, levels: null }),
  line(
    ['outage-minutes', 'energy', 'E-11', 'min', 0],
    { type: 'open-minutes', input: { assets: ['feeder'], point: 'switch-state' } },
    '<=',
    null,
    0,
  ),
  line(['grid-emissions', 'energy', 'E-14', 't{CO2e}', 0], GIVEN, '<=', 'grid-emissions'),
  line(
    ['water-supplied', 'water', 'W-01', 'm3', 0],
    { type: 'growth', input: SUPPLY, factor: 1 },
    '<=',
    'water-capacity',
  ),
  line(
    ['water-loss', 'water', 'W-04', '%', 1],
    { type: 'growth-loss', part: SOLD, whole: SUPPLY, levels: TANKS },
    '<=',
    'water-loss',
  ),
  line(
    ['lowest-pressure', 'water', 'W-06', 'bar', 2],
    { type: 'min', input: { assets: ['pressure-logger', 'district-meter'], point: 'pressure' } },
    '>=',
    'lowest-pressure',
  ),
  line(
    ['wastewater-inflow', 'wastewater', 'S-01', 'm3', 0],
    { type: 'growth', input: INFLOW, factor: 1 },
    '<=',
    'wastewater-capacity',
  ),
  line(['cod', 'wastewater', 'S-03', 'mg/L', 1], { type: 'mean', input: outfall('cod') }, '<=', 'cod-permit'),
  line(['tss', 'wastewater', 'S-04', 'mg/L', 1], { type: 'mean', input: outfall('tss') }, '<='),
  line(['ammonium', 'wastewater', 'S-05', 'mg/L', 2], { type: 'mean', input: outfall('ammonium') }, '<='),
  line(['bod5', 'wastewater', 'S-08', 'mg/L', 1], GIVEN, '<='),
  line(
    ['reuse', 'wastewater', 'S-11', '%', 1],
    {
      type: 'growth-ratio',
      numerator: { assets: ['reclaimed-station'], point: 'volume' },
      denominator: INFLOW,
      factor: 100,
    },
    '>=',
    'reuse',
  ),
  line(['plant-energy', 'wastewater', 'S-12', 'kW.h/m3', 2], {
    type: 'growth-ratio',
    numerator: { assets: ['wastewater-plant'], point: 'energy-import' },
    denominator: INFLOW,
    factor: 1,
  }),
  line(['waste-collected', 'waste', 'R-01', 't', 1], {
    type: 'growth',
    input: { assets: ['transfer-station'], point: 'mass-collected' },
    factor: 1,
  }),
  line(
    ['hazardous-store', 'waste', 'R-04', 't', 2],
    { type: 'last', input: { assets: ['hazardous-store'], point: 'mass-in-store' } },
    '<=',
    'hazardous-store',
  ),
  line(
    ['diversion', 'waste', 'R-06', '%', 1],
    {
      type: 'growth-ratio',
      numerator: { assets: ['transfer-station'], point: 'mass-diverted' },
      denominator: { assets: ['transfer-station'], point: 'mass-collected' },
      factor: 100,
    },
    '>=',
    'diversion',
  ),
  line(['alarms', 'alarms', 'A-01', '1', 0], GIVEN, '<=', null, 144),
  line(['acknowledge-time', 'alarms', 'A-05', 's', 0], GIVEN, '<=', null, 600),
  line(['complaints-open', 'service', 'T-02', '1', 0], GIVEN, '<='),
]
