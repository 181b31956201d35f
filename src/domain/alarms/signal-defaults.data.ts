import type { AlarmRationale, Deadband, SignalKind } from '../../contract/alarm-definitions.ts'

/** Where deadband and delays of a signal start when nothing is known of its noise. */
export interface SignalDefault {
  deadband: Deadband | null
  onDelayS: number
  offDelayS: number
}

/**
 * Starting values by kind of signal. Flow, level, pressure and temperature are the widely quoted starting points of
 * ISA-18.2 and EEMUA 191, from memory (medium); the others are our proposals (low). The right value comes from the
 * signal's own noise: a deadband of at least two standard deviations.
 * An analyser's two valid cycles are counted as 10 minutes, a lost gateway's three periods as 30 s.
 */
export const SIGNAL_DEFAULTS: Readonly<Record<SignalKind, SignalDefault>> = {
  flow: { deadband: { value: 5, of: 'span' }, onDelayS: 15, offDelayS: 15 },
  level: { deadband: { value: 5, of: 'span' }, onDelayS: 60, offDelayS: 60 },
  pressure: { deadband: { value: 2, of: 'span' }, onDelayS: 15, offDelayS: 15 },
  temperature: { deadband: { value: 1, of: 'span' }, onDelayS: 60, offDelayS: 60 },
  'feeder-load': { deadband: { value: 2, of: 'span' }, onDelayS: 60, offDelayS: 60 },
  voltage: { deadband: { value: 1, of: 'span' }, onDelayS: 10, offDelayS: 30 },
  'power-factor': { deadband: { value: 0.01, of: 'unit' }, onDelayS: 900, offDelayS: 900 },
  ph: { deadband: { value: 0.1, of: 'unit' }, onDelayS: 60, offDelayS: 300 },
  analyser: { deadband: { value: 5, of: 'limit' }, onDelayS: 600, offDelayS: 600 },
  'digital-status': { deadband: null, onDelayS: 2, offDelayS: 5 },
  'comms-loss': { deadband: null, onDelayS: 30, offDelayS: 0 },
}

export type SignalField = 'deadband' | 'onDelayS' | 'offDelayS'

/**
 * In which fields a definition is more nervous than its signal's starting values: such a choice needs a reason. Calmer
 * is free. Deadbands in units that cannot be compared without an instrument count as long as there is one.
 */
export function departuresOf(alarm: Pick<AlarmRationale, SignalField | 'signal' | 'unit'>): SignalField[] {
  if (alarm.signal === undefined) return []
  const start = SIGNAL_DEFAULTS[alarm.signal]
  const found: SignalField[] = []
  if (start.deadband !== null && isNarrower(alarm, start.deadband)) found.push('deadband')
  if (alarm.onDelayS < start.onDelayS) found.push('onDelayS')
  if (alarm.offDelayS < start.offDelayS) found.push('offDelayS')
  return found
}

function isNarrower({ deadband, unit }: Pick<AlarmRationale, 'deadband' | 'unit'>, start: Deadband): boolean {
  if (deadband === null) return true
  // A signal in per cent spans a hundred of them.
  const of = deadband.of === 'unit' && unit === '%' ? 'span' : deadband.of
  return of === start.of && deadband.value < start.value
}
