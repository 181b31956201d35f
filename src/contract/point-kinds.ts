import { z } from 'zod'

/**
 * What a point measures. Unit is UCUM; `decimals` follows the instrument's accuracy class,
 * `wide` values travel as f64 (registers and positions), all others as f32.
 * `counter` marks registers that only grow, except at roll-over or replacement.
 */
export const POINT_KINDS = {
  'active-power': { unit: 'kW', decimals: 0, wide: false, counter: false },
  'reactive-power': { unit: 'kvar', decimals: 0, wide: false, counter: false },
  'energy-import': { unit: 'kW.h', decimals: 0, wide: true, counter: true },
  'energy-generated': { unit: 'kW.h', decimals: 0, wide: true, counter: true },
  'reactive-energy': { unit: 'kvar.h', decimals: 0, wide: true, counter: true },
  voltage: { unit: 'kV', decimals: 2, wide: false, counter: false },
  current: { unit: 'A', decimals: 0, wide: false, counter: false },
  'load-percent': { unit: '%', decimals: 1, wide: false, counter: false },
  'oil-temperature': { unit: 'Cel', decimals: 1, wide: false, counter: false },
  'tap-position': { unit: '1', decimals: 0, wide: false, counter: false },
  'switch-state': { unit: '1', decimals: 0, wide: false, counter: false },
  'state-of-charge': { unit: '%', decimals: 1, wide: false, counter: false },
  flow: { unit: 'm3/h', decimals: 1, wide: false, counter: false },
  volume: { unit: 'm3', decimals: 1, wide: true, counter: true },
  pressure: { unit: 'bar', decimals: 2, wide: false, counter: false },
  level: { unit: 'm', decimals: 2, wide: false, counter: false },
  'level-percent': { unit: '%', decimals: 1, wide: false, counter: false },
  'run-state': { unit: '1', decimals: 0, wide: false, counter: false },
  turbidity: { unit: '{NTU}', decimals: 2, wide: false, counter: false },
  'residual-chlorine': { unit: 'mg/L', decimals: 2, wide: false, counter: false },
  ph: { unit: '[pH]', decimals: 2, wide: false, counter: false },
  temperature: { unit: 'Cel', decimals: 1, wide: false, counter: false },
  cod: { unit: 'mg/L', decimals: 1, wide: false, counter: false },
  tss: { unit: 'mg/L', decimals: 1, wide: false, counter: false },
  ammonium: { unit: 'mg/L', decimals: 2, wide: false, counter: false },
  'dissolved-oxygen': { unit: 'mg/L', decimals: 2, wide: false, counter: false },
  mlss: { unit: 'mg/L', decimals: 0, wide: false, counter: false },
  conductivity: { unit: 'uS/cm', decimals: 0, wide: false, counter: false },
  'fill-level': { unit: '%', decimals: 0, wide: false, counter: false },
  'mass-in-store': { unit: 't', decimals: 2, wide: false, counter: false },
  'mass-collected': { unit: 't', decimals: 2, wide: true, counter: true },
  'mass-diverted': { unit: 't', decimals: 2, wide: true, counter: true },
  payload: { unit: 't', decimals: 2, wide: false, counter: false },
  longitude: { unit: 'deg', decimals: 5, wide: true, counter: false },
  latitude: { unit: 'deg', decimals: 5, wide: true, counter: false },
  speed: { unit: 'km/h', decimals: 0, wide: false, counter: false },
  'air-temperature': { unit: 'Cel', decimals: 1, wide: false, counter: false },
  humidity: { unit: '%', decimals: 0, wide: false, counter: false },
  'rain-rate': { unit: 'mm/h', decimals: 1, wide: false, counter: false },
  irradiance: { unit: 'W/m2', decimals: 0, wide: false, counter: false },
  'wind-speed': { unit: 'm/s', decimals: 1, wide: false, counter: false },
  pm25: { unit: 'ug/m3', decimals: 0, wide: false, counter: false },
  pm10: { unit: 'ug/m3', decimals: 0, wide: false, counter: false },
  no2: { unit: 'ug/m3', decimals: 0, wide: false, counter: false },
  'sound-level': { unit: 'dB[A]', decimals: 1, wide: false, counter: false },
  'link-state': { unit: '1', decimals: 0, wide: false, counter: false },
  latency: { unit: 'ms', decimals: 0, wide: false, counter: false },
} as const satisfies Record<string, { unit: string; decimals: number; wide: boolean; counter: boolean }>

export type PointKind = keyof typeof POINT_KINDS
export const isPointKind = (text: string): text is PointKind => Object.hasOwn(POINT_KINDS, text)
export const pointKindSchema = z.enum(Object.keys(POINT_KINDS) as [PointKind, ...PointKind[]])
