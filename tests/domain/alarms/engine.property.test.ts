import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyAction, type AlarmAction } from '../../../src/domain/alarms/alarm-command.ts'
import { type AlarmSpec, isHidden, newRecord, type Stepped } from '../../../src/domain/alarms/alarm-record.ts'
import { stepAlarm } from '../../../src/domain/alarms/step.ts'
import { type ModelEvent, type ModelSettings, ReferenceModel } from './reference-model.ts'

const SECOND_MS = 1000
const SEVERITIES = [500, 700, 900] as const

const settings: fc.Arbitrary<ModelSettings> = fc.record({
  onDelayS: fc.constantFrom(0, 1, 3),
  offDelayS: fc.constantFrom(0, 1, 3),
  latching: fc.boolean(),
  ackRequired: fc.boolean(),
  reAlarmS: fc.constantFrom(null, 2, 5),
})

const second: fc.Arbitrary<ModelEvent> = fc.record({
  kind: fc.constant('second' as const),
  raw: fc.oneof({ weight: 6, arbitrary: fc.boolean() }, { weight: 1, arbitrary: fc.constant(null) }),
  severity: fc.oneof(
    { weight: 5, arbitrary: fc.constant(SEVERITIES[0]) },
    { weight: 1, arbitrary: fc.constantFrom(...SEVERITIES) },
  ),
  rule: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})
const order: fc.Arbitrary<ModelEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('ack' as const, 'reset' as const, 'unshelve' as const, 'remove' as const, 'place' as const),
  }),
  fc.record({ kind: fc.constant('shelve' as const), oneShot: fc.boolean(), forS: fc.integer({ min: 1, max: 6 }) }),
)
const events = fc.array(fc.oneof({ weight: 3, arbitrary: second }, { weight: 2, arbitrary: order }), { maxLength: 40 })

function actionOf(event: Exclude<ModelEvent, { kind: 'second' }>, nowMs: number): AlarmAction {
  switch (event.kind) {
    case 'ack':
      return { method: 'acknowledge', comment: null }
    case 'reset':
      return { method: 'reset', comment: null }
    case 'unshelve':
      return { method: 'unshelve', comment: null }
    case 'remove':
      return { method: 'removeFromService', workOrder: 'WO-1', comment: null }
    case 'place':
      return { method: 'placeInService', comment: null }
    case 'shelve': {
      const untilMs = nowMs + event.forS * SECOND_MS
      return { method: event.oneShot ? 'oneShotShelve' : 'timedShelve', reason: 'test', untilMs }
    }
    default:
      throw new Error('no such order')
  }
}

describe('alarm engine', () => {
  it('does what the table says, for 10,000 random sequences', () => {
    fc.assert(
      fc.property(settings, events, (chosen, sequence) => {
        const model = new ReferenceModel(chosen, SEVERITIES[0])
        const spec: AlarmSpec = {
          onDelayMs: chosen.onDelayS * SECOND_MS,
          offDelayMs: chosen.offDelayS * SECOND_MS,
          latching: chosen.latching,
          ackRequired: chosen.ackRequired,
          reAlarmMs: chosen.reAlarmS === null ? null : chosen.reAlarmS * SECOND_MS,
        }
        let record = newRecord(SEVERITIES[0])
        let nowMs = 0
        const journal: string[] = []
        let annunciated = 0
        const refusals: [boolean, boolean][] = []
        const take = (stepped: Stepped): void => {
          record = stepped.record
          for (const happening of stepped.happenings) {
            journal.push(happening.event)
            if (happening.annunciated) annunciated += 1
          }
        }
        for (const event of sequence) {
          const expected = model.play(event)
          if (event.kind === 'second') {
            nowMs += SECOND_MS
            const { raw: condition, severity, rule } = event
            const suppressedBy = rule ? ('calibration' as const) : null
            take(stepAlarm(record, spec, { nowMs, sourceMs: nowMs, condition, severity, suppressedBy }))
          } else {
            const before = record
            const stepped = applyAction(record, spec, actionOf(event, nowMs), 'operator', nowMs)
            if (stepped) take(stepped)
            refusals.push([stepped === null && record === before, !expected])
          }
          expect(record.state).toBe(model.state)
          expect(isHidden(record)).toBe(model.hiddenBy.size > 0)
          expect(journal).toEqual(model.journal)
          expect(annunciated).toBe(model.annunciated)
        }
        for (const [refused, expected] of refusals) expect(refused).toBe(expected)
      }),
      { numRuns: 10_000 },
    )
  })

  it('tells a change at the end of its delay, however late it looks', () => {
    const turns = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 })
    const looks = fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 })
    const delays = fc.record({ on: fc.integer({ min: 0, max: 20 }), off: fc.integer({ min: 0, max: 20 }) })
    fc.assert(
      fc.property(turns, looks, delays, (gaps, when, { on, off }) => {
        const spec: AlarmSpec = {
          onDelayMs: on * SECOND_MS,
          offDelayMs: off * SECOND_MS,
          latching: false,
          ackRequired: true,
          reAlarmMs: null,
        }
        // The condition turns at these seconds: the sample that shows it says so, later ones bear their own time.
        const turned = gaps.map((_, k) => gaps.slice(0, k + 1).reduce((sum, gap) => sum + gap, 0))
        let record = newRecord(SEVERITIES[0])
        for (const at of when.toSorted((a, b) => a - b)) {
          const nowMs = at * SECOND_MS
          const past = turned.filter((turn) => turn <= at)
          const condition = past.length % 2 === 1
          const { raw, rawSinceMs } = record
          const turnedMs = (past.at(-1) ?? 0) * SECOND_MS
          const sourceMs = condition === raw ? nowMs : turnedMs
          const input = { nowMs, sourceMs, condition, severity: SEVERITIES[0], suppressedBy: null }
          const stepped = stepAlarm(record, spec, input)
          record = stepped.record
          const sinceMs = condition === raw ? rawSinceMs : turnedMs
          const endMs = sinceMs + (condition ? spec.onDelayMs : spec.offDelayMs)
          for (const { timeMs } of stepped.happenings) {
            expect(timeMs).toBe(endMs)
            expect(timeMs).toBeLessThanOrEqual(nowMs)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})
