import { describe, expect, it } from 'vitest'
import { activationsOf } from '../../../src/domain/alarms/point-activations.ts'
import { alarmSample } from '../../alarms/alarm-samples.ts'

const COD = 'wwtp-outfall.cod'
const DAY = Date.parse('2026-11-19T17:00:00Z')
const at = (minutes: number): string => new Date(DAY + minutes * 60_000).toISOString()
const line = (minutes: number, change: object = {}) => ({
  alarmId: alarmSample({ id: `outfall-internal.${COD}` }).id,
  event: 'ACTIVATED' as const,
  time: at(minutes),
  priority: 'P2' as const,
  annunciated: true,
  ...change,
})

describe('alarms of a point on its chart', () => {
  const standing = alarmSample({
    id: `outfall-internal.${COD}`,
    pointId: COD,
    activeTime: at(700),
    priority: 'P2',
    stateName: 'ACTIVE_ACK',
    ackedState: true,
  })

  it('shows each activation once, the last one as it stands now', () => {
    const found = activationsOf(COD, [line(120), line(700)], [standing], DAY, Infinity)
    expect(found.map(({ atMs, state }) => [(atMs - DAY) / 60_000, state])).toEqual([
      [120, 'returned'],
      [700, 'acknowledged'],
    ])
  })

  it('knows what came after the journal was asked for', () => {
    expect(activationsOf(COD, [], [standing], DAY, Infinity)).toHaveLength(1)
  })

  it('leaves out other points, other events, hidden ones and other days', () => {
    const other = alarmSample({ id: 'outfall-internal.wwtp-outfall.tss' }).id
    const lines = [
      line(120, { alarmId: other }),
      line(130, { event: 'RTN' }),
      line(140, { annunciated: false }),
      line(-20),
    ]
    expect(activationsOf(COD, lines, [], DAY, DAY + 86_400_000)).toEqual([])
  })
})
