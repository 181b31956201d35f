import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'

/** What an asset of a kind measures: quantity, expected period of the source and range of the instrument. */
export interface PointTemplate {
  kind: PointKind
  periodMs: number
  range: readonly [number, number]
  /** Registers: value at which it begins again at zero. */
  rollOverAt?: number
}

const second = 1000
const minute = 60 * second

const POWER = 5 * second
const FLOW = 10 * second
const LEVEL = 15 * second
const TEMPERATURE = 30 * second
const REGISTER = minute
const WEATHER = minute
const ANALYSER = 5 * minute
const FILL = 15 * minute
const STATE = 10 * second
const VEHICLE = 5 * second

const BIG = 1e12
const TEN_DIGITS = 1e10

const power = (maxKw: number, minKw = 0): PointTemplate => ({
  kind: 'active-power',
  periodMs: POWER,
  range: [minKw, maxKw],
})
const reactive = (maxKvar: number): PointTemplate => ({
  kind: 'reactive-power',
  periodMs: POWER,
  range: [-maxKvar, maxKvar],
})
const register = (
  kind: 'energy-import' | 'reactive-energy' | 'energy-generated' | 'volume' | 'mass-collected' | 'mass-diverted',
): PointTemplate => ({ kind, periodMs: REGISTER, range: [0, BIG], rollOverAt: TEN_DIGITS })
const voltage = (nominalKv: number): PointTemplate => ({
  kind: 'voltage',
  periodMs: POWER,
  range: [0, nominalKv * 1.3],
})
const flow = (maxM3PerH: number): PointTemplate => ({ kind: 'flow', periodMs: FLOW, range: [0, maxM3PerH] })
const percent = (kind: 'load-percent' | 'level-percent' | 'state-of-charge', max = 100): PointTemplate => ({
  kind,
  periodMs: kind === 'level-percent' ? LEVEL : POWER,
  range: [0, max],
})
const level = (maxM: number): PointTemplate => ({ kind: 'level', periodMs: LEVEL, range: [0, maxM] })
const analyser = (kind: PointKind, max: number): PointTemplate => ({ kind, periodMs: ANALYSER, range: [0, max] })
const state = (kind: 'switch-state' | 'run-state' | 'link-state'): PointTemplate => ({
  kind,
  periodMs: STATE,
  range: [0, 1],
})
const weather = (kind: PointKind, low: number, high: number): PointTemplate => ({
  kind,
  periodMs: WEATHER,
  range: [low, high],
})
const oil: PointTemplate = { kind: 'oil-temperature', periodMs: TEMPERATURE, range: [0, 150] }

/** Points of every asset kind. Ranges are those of the widest instrument in use; a park may narrow them. */
export const POINT_TEMPLATES: Readonly<Record<AssetKind, readonly PointTemplate[]>> = {
  substation: [voltage(22)],
  'power-transformer': [
    power(80_000, -80_000),
    reactive(60_000),
    register('energy-import'),
    register('reactive-energy'),
    percent('load-percent', 200),
    oil,
    { kind: 'tap-position', periodMs: TEMPERATURE, range: [1, 19] },
  ],
  feeder: [
    power(20_000, -20_000),
    reactive(15_000),
    { kind: 'current', periodMs: POWER, range: [0, 800] },
    state('switch-state'),
    register('energy-import'),
  ],
  'ring-switch': [state('switch-state')],
  'distribution-transformer': [percent('load-percent', 200), oil],
  'hv-connection': [
    power(60_000, -60_000),
    reactive(40_000),
    register('energy-import'),
    register('reactive-energy'),
    voltage(110),
  ],
  'electricity-meter': [power(60_000, -10_000), reactive(40_000), register('energy-import'), voltage(22)],
  'solar-plant': [power(5_000), register('energy-generated')],
  'battery-storage': [power(2_000, -2_000), percent('state-of-charge')],
  'water-plant': [
    flow(2_500),
    register('volume'),
    analyser('turbidity', 10),
    analyser('residual-chlorine', 2),
    analyser('ph', 14),
    power(3_000),
  ],
  'water-tank': [level(10), percent('level-percent')],
  pump: [state('run-state'), flow(1_000), power(500)],
  'district-meter': [flow(2_000), { kind: 'pressure', periodMs: FLOW, range: [0, 10] }, register('volume')],
  'boundary-valve': [],
  hydrant: [],
  'pressure-logger': [{ kind: 'pressure', periodMs: FLOW, range: [0, 10] }],
  'water-meter': [flow(600), register('volume')],
  'sewer-meter': [flow(600), register('volume')],
  'sewer-gauge': [level(3)],
  'lift-station': [level(6), flow(800), state('run-state')],
  'wastewater-plant': [flow(2_000), register('volume'), power(1_500), register('energy-import')],
  'equalisation-tank': [percent('level-percent')],
  'aeration-tank': [analyser('dissolved-oxygen', 10), analyser('mlss', 10_000)],
  clarifier: [analyser('turbidity', 50)],
  'sludge-tank': [percent('level-percent')],
  outfall: [
    flow(2_000),
    register('volume'),
    analyser('ph', 14),
    { kind: 'temperature', periodMs: TEMPERATURE, range: [0, 60] },
    analyser('cod', 300),
    analyser('tss', 300),
    analyser('ammonium', 50),
  ],
  'reclaimed-station': [flow(400), register('volume')],
  'reclaimed-meter': [flow(150)],
  'storm-pond': [level(5)],
  container: [{ kind: 'fill-level', periodMs: FILL, range: [0, 120] }],
  'collection-vehicle': [
    { kind: 'longitude', periodMs: VEHICLE, range: [-180, 180] },
    { kind: 'latitude', periodMs: VEHICLE, range: [-90, 90] },
    { kind: 'speed', periodMs: VEHICLE, range: [0, 120] },
    { kind: 'payload', periodMs: VEHICLE, range: [0, 20] },
  ],
  'transfer-station': [
    register('mass-collected'),
    register('mass-diverted'),
    { kind: 'mass-in-store', periodMs: REGISTER, range: [0, 500] },
  ],
  'hazardous-store': [{ kind: 'mass-in-store', periodMs: REGISTER, range: [0, 100] }],
  'weather-station': [
    weather('air-temperature', -10, 60),
    weather('humidity', 0, 100),
    weather('irradiance', 0, 1600),
    weather('rain-rate', 0, 300),
    weather('wind-speed', 0, 60),
  ],
  'air-station': [
    weather('pm25', 0, 500),
    weather('pm10', 0, 800),
    weather('no2', 0, 500),
    weather('sound-level', 20, 130),
  ],
  'fibre-node': [state('link-state')],
  gateway: [state('link-state'), { kind: 'latency', periodMs: STATE, range: [0, 60_000] }],
}

/** Further points of sewer meters at wet industries (textile, fibre, food, electronics, metal). */
export const WET_SEWER_TEMPLATES: readonly PointTemplate[] = [
  analyser('ph', 14),
  { kind: 'conductivity', periodMs: TEMPERATURE, range: [0, 20_000] },
]

/** Template of a point kind on an asset kind; `undefined` where that kind does not measure it. */
export function templateOf(asset: AssetKind, kind: PointKind): PointTemplate | undefined {
  const own = POINT_TEMPLATES[asset].find((template) => template.kind === kind)
  if (own !== undefined || asset !== 'sewer-meter') return own
  return WET_SEWER_TEMPLATES.find((template) => template.kind === kind)
}
