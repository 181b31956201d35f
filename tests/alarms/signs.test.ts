import { describe, expect, it } from 'vitest'
import { isChattering } from '../../src/domain/alarms/alarm-list.ts'
import { TinyBoard } from './tiny-board.ts'

const MINUTE_S = 60
const HOUR_S = 3600

describe('signs of a sick alarm', () => {
  it('an alarm that comes and goes four times in 50 s chatters, and every time is in the journal', async () => {
    const tiny = await TinyBoard.open('pressure-low')
    for (let cycle = 0; cycle < 4; cycle++) {
      tiny.after(6, ([one]) => Object.assign(one ?? {}, { condition: true }))
      tiny.after(6, ([one]) => Object.assign(one ?? {}, { condition: false }))
    }
    expect(tiny.alarm().chatteringPerMin).toBe(4)
    expect(isChattering(tiny.alarm())).toBe(true)
    expect(tiny.happenings().filter((event) => event === 'ACTIVATED')).toHaveLength(4)
    tiny.after(2 * MINUTE_S)
    expect(isChattering(tiny.alarm())).toBe(false)
  })

  it('one that stands for more than a day is standing, and says so until it goes', async () => {
    const tiny = await TinyBoard.open('pressure-low')
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: true }))
    tiny.after(24 * HOUR_S)
    expect(tiny.alarm().stale).toBe(false)
    tiny.after(1)
    expect(tiny.alarm().stale).toBe(true)
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: false }))
    expect(tiny.alarm().stale).toBe(false)
  })

  it('eleven within ten minutes are a flood; it ends, and is told to end, when fewer than five are left', async () => {
    const tiny = await TinyBoard.open('pressure-low', 11)
    for (let k = 0; k < 10; k++) {
      tiny.after(1, (all) => Object.assign(all[k] ?? {}, { condition: true }))
    }
    expect(tiny.board.flood()).toMatchObject({ active: false, count: 10 })
    tiny.after(1, (all) => Object.assign(all[10] ?? {}, { condition: true }))
    expect(tiny.events.at(-1)?.flood).toMatchObject({ active: true, count: 11 })
    tiny.after(10 * MINUTE_S - 5)
    expect(tiny.board.flood()).toMatchObject({ active: true, count: 5 })
    tiny.after(1)
    expect(tiny.events.at(-1)?.flood).toMatchObject({ active: false, count: 4 })
  })

  it('a clock that is set back keeps no flood for ever', async () => {
    const tiny = await TinyBoard.open('pressure-low', 11)
    tiny.after(1, (all) => all.forEach((one) => Object.assign(one, { condition: true })))
    expect(tiny.board.flood().active).toBe(true)
    tiny.after(-HOUR_S)
    expect(tiny.board.flood()).toMatchObject({ active: false, count: 0 })
  })
})

describe('reset', () => {
  it('is refused before the return and before the acknowledgement, and ends a latched alarm once', async () => {
    const tiny = await TinyBoard.open('pressure-low', 1, { latching: true })
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: true }))
    expect(tiny.command('operator', 'reset')).toBe(409)
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: false }))
    expect(tiny.alarm()).toMatchObject({ stateName: 'LATCHED_UNACK', latchedState: true, retain: true })
    expect(tiny.command('operator', 'reset')).toBe(409)
    expect(tiny.command('operator', 'acknowledge', { comment: 'seen' })).toBe(200)
    expect(tiny.command('viewer', 'reset')).toBe(403)
    expect(tiny.command('operator', 'reset')).toBe(200)
    expect(tiny.alarm()).toMatchObject({ stateName: 'NORMAL', retain: false })
    expect(tiny.command('operator', 'reset')).toBe(409)
  })
})

describe('suppression by rule', () => {
  it('hides the call and names its rule, no operator lifts it, and its end calls anew', async () => {
    const tiny = await TinyBoard.open('pressure-low')
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: true, suppressedBy: 'calibration' }))
    expect(tiny.alarm()).toMatchObject({
      suppressedOrShelved: true,
      suppressedState: { value: true, rule: 'calibration' },
      activeState: true,
    })
    expect(tiny.command('shift-lead', 'unshelve')).toBe(409)
    expect(tiny.command('shift-lead', 'placeInService')).toBe(409)
    const calls = () => tiny.board.journal.page({}).items.filter(({ annunciated }) => annunciated).length
    expect(calls()).toBe(0)
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { suppressedBy: null }))
    expect(tiny.alarm()).toMatchObject({ suppressedOrShelved: false, stateName: 'ACTIVE_UNACK' })
    expect(calls()).toBe(1)
  })
})

describe('out of service and shelving', () => {
  it('takes a work order and a shift lead, ends a shelving, allows none, and is not done twice', async () => {
    const tiny = await TinyBoard.open('pressure-low')
    tiny.after(1, ([one]) => Object.assign(one ?? {}, { condition: true }))
    expect(tiny.command('operator', 'timedShelve', { reason: 'pump test', durationS: 600 })).toBe(200)
    expect(tiny.command('operator', 'removeFromService', { workOrder: 'WO-1' })).toBe(403)
    expect(tiny.command('shift-lead', 'removeFromService')).toBe(400)
    expect(tiny.command('shift-lead', 'removeFromService', { workOrder: 'WO-1' })).toBe(200)
    expect(tiny.alarm()).toMatchObject({ shelvingState: { state: 'Unshelved' }, outOfServiceState: { value: true } })
    expect(tiny.command('shift-lead', 'removeFromService', { workOrder: 'WO-2' })).toBe(409)
    expect(tiny.command('shift-lead', 'timedShelve', { reason: 'x', durationS: 60 })).toBe(409)
    tiny.after(9 * HOUR_S)
    expect(tiny.alarm()).toMatchObject({ outOfServiceState: { value: true }, retain: true })
    expect(tiny.command('shift-lead', 'placeInService')).toBe(200)
    expect(tiny.alarm().stateName).toBe('ACTIVE_UNACK')
    expect(tiny.command('shift-lead', 'placeInService')).toBe(409)
    expect(tiny.happenings()).toEqual([
      'ACTIVATED',
      'SHELVED',
      'UNSHELVED',
      'REMOVED_FROM_SERVICE',
      'PLACED_IN_SERVICE',
    ])
  })

  it('is never shelved past the handover, and one shot ends with the return', async () => {
    const tiny = await TinyBoard.open('pressure-low')
    // 10:00 in the park; the shift hands over at 14:00.
    tiny.after(0.5, ([one]) => Object.assign(one ?? {}, { condition: true }))
    tiny.nowMs = Math.floor(tiny.nowMs / 1000) * 1000
    expect(tiny.command('operator', 'timedShelve', { reason: 'x', durationS: 4 * HOUR_S + 1 })).toBe(422)
    expect(tiny.command('operator', 'timedShelve', { reason: 'x' })).toBe(200)
    expect(tiny.alarm().shelvingState.unshelveTime).toBe('2026-11-20T07:00:00.000Z')
    expect(tiny.command('operator', 'unshelve')).toBe(200)
    expect(tiny.command('operator', 'oneShotShelve', { reason: 'x' })).toBe(200)
    expect(tiny.alarm().shelvingState.unshelveTime).toBe('2026-11-20T07:00:00.000Z')
    tiny.after(60, ([one]) => Object.assign(one ?? {}, { condition: false }))
    expect(tiny.alarm()).toMatchObject({ suppressedOrShelved: false, stateName: 'NORMAL' })
    tiny.after(60, ([one]) => Object.assign(one ?? {}, { condition: true }))
    expect(tiny.alarm()).toMatchObject({ suppressedOrShelved: false, stateName: 'ACTIVE_UNACK' })
  })
})
