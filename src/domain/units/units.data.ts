/**
 * How each UCUM code of the contract is written on screen, and what it is worth in the base unit of its quantity.
 * `perBase` multiplies a value to get it in the base of `quantity` (kW for power, m3/h for flow and so on).
 */
export interface UnitEntry {
  symbol: string
  quantity: string
  perBase: number
}

export const UNITS = {
  '1': { symbol: '', quantity: 'ratio', perBase: 1 },
  '%': { symbol: '%', quantity: 'ratio', perBase: 0.01 },
  W: { symbol: 'W', quantity: 'power', perBase: 0.001 },
  kW: { symbol: 'kW', quantity: 'power', perBase: 1 },
  MW: { symbol: 'MW', quantity: 'power', perBase: 1000 },
  kvar: { symbol: 'kvar', quantity: 'reactive-power', perBase: 1 },
  Mvar: { symbol: 'Mvar', quantity: 'reactive-power', perBase: 1000 },
  'kV.A': { symbol: 'kVA', quantity: 'apparent-power', perBase: 1 },
  'MV.A': { symbol: 'MVA', quantity: 'apparent-power', perBase: 1000 },
  'kW.h': { symbol: 'kWh', quantity: 'energy', perBase: 1 },
  'MW.h': { symbol: 'MWh', quantity: 'energy', perBase: 1000 },
  'GW.h': { symbol: 'GWh', quantity: 'energy', perBase: 1_000_000 },
  'kvar.h': { symbol: 'kvarh', quantity: 'reactive-energy', perBase: 1 },
  'GW.h/a': { symbol: 'GWh/yr', quantity: 'energy-rate', perBase: 1 },
  V: { symbol: 'V', quantity: 'voltage', perBase: 0.001 },
  kV: { symbol: 'kV', quantity: 'voltage', perBase: 1 },
  A: { symbol: 'A', quantity: 'current', perBase: 1 },
  Hz: { symbol: 'Hz', quantity: 'frequency', perBase: 1 },
  Cel: { symbol: '°C', quantity: 'temperature', perBase: 1 },
  m3: { symbol: 'm³', quantity: 'volume', perBase: 1 },
  'm3/h': { symbol: 'm³/h', quantity: 'flow', perBase: 1 },
  'm3/d': { symbol: 'm³/d', quantity: 'flow', perBase: 1 / 24 },
  'L/s': { symbol: 'L/s', quantity: 'flow', perBase: 3.6 },
  bar: { symbol: 'bar', quantity: 'pressure', perBase: 1 },
  kPa: { symbol: 'kPa', quantity: 'pressure', perBase: 0.01 },
  mm: { symbol: 'mm', quantity: 'length', perBase: 0.001 },
  m: { symbol: 'm', quantity: 'length', perBase: 1 },
  km: { symbol: 'km', quantity: 'length', perBase: 1000 },
  m2: { symbol: 'm²', quantity: 'area', perBase: 1 },
  har: { symbol: 'ha', quantity: 'area', perBase: 10_000 },
  ha: { symbol: 'ha', quantity: 'area', perBase: 10_000 },
  '{NTU}': { symbol: 'NTU', quantity: 'turbidity', perBase: 1 },
  'mg/L': { symbol: 'mg/L', quantity: 'concentration', perBase: 1 },
  '[pH]': { symbol: '', quantity: 'acidity', perBase: 1 },
  'uS/cm': { symbol: 'µS/cm', quantity: 'conductivity', perBase: 1 },
  kg: { symbol: 'kg', quantity: 'mass', perBase: 0.001 },
  t: { symbol: 't', quantity: 'mass', perBase: 1 },
  't{CO2e}': { symbol: 'tCO2e', quantity: 'emissions', perBase: 1 },
  't{CO2e}/(MW.h)': { symbol: 'tCO2e/MWh', quantity: 'emission-factor', perBase: 1 },
  USD: { symbol: 'USD', quantity: 'money', perBase: 1 },
  'USD/m2': { symbol: 'USD/m²', quantity: 'price', perBase: 1 },
  't/d': { symbol: 't/d', quantity: 'mass-flow', perBase: 1 },
  deg: { symbol: '°', quantity: 'angle', perBase: 1 },
  'km/h': { symbol: 'km/h', quantity: 'speed', perBase: 1 },
  'm/s': { symbol: 'm/s', quantity: 'speed', perBase: 3.6 },
  'mm/h': { symbol: 'mm/h', quantity: 'rain', perBase: 1 },
  'W/m2': { symbol: 'W/m²', quantity: 'irradiance', perBase: 1 },
  'ug/m3': { symbol: 'µg/m³', quantity: 'air-concentration', perBase: 1 },
  'dB[A]': { symbol: 'dB(A)', quantity: 'sound', perBase: 1 },
  MiBy: { symbol: 'MiB', quantity: 'memory', perBase: 1 },
  ms: { symbol: 'ms', quantity: 'time', perBase: 0.001 },
  s: { symbol: 's', quantity: 'time', perBase: 1 },
} as const satisfies Record<string, UnitEntry>
