import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { MAX_LOG_TEXT, type LogEntry, type NewLogEntry } from '../../../src/contract/shift.ts'
import { appendEntry, isCarried } from '../../../src/domain/shift/log.ts'

const NOW = Date.parse('2026-11-20T07:32:00Z')

function entry(more: Partial<NewLogEntry> = {}): NewLogEntry {
  return { idempotencyKey: 'key-00000001', category: 'operation', text: 'Pump 2 changed over', language: 'en', ...more }
}

function add(log: readonly LogEntry[], input: NewLogEntry, id: string): LogEntry[] {
  const result = appendEntry(log, input, { author: 'operator', nowMs: NOW, id })
  if (!result.ok) throw new Error(`${result.field}: ${result.detail}`)
  return result.log
}

/** What never changes about an entry. */
const stable = ({ struckBy: _s, clearedBy: _c, ...rest }: LogEntry) => rest

describe('appendEntry', () => {
  it('keeps event time and entry time apart', () => {
    const [made] = add([], entry({ eventTime: '2026-11-20T06:00:00Z' }), 'l1')
    expect(made).toMatchObject({ seq: 1, eventTime: '2026-11-20T06:00:00.000Z', entryTime: '2026-11-20T07:32:00.000Z' })
  })

  it('strikes an entry by a new one and keeps both', () => {
    const log = add(add([], entry(), 'l1'), entry({ text: 'Pump 3 changed over', strikes: 'l1' }), 'l2')
    expect(log.map(({ id, text, strikes, struckBy }) => [id, text, strikes, struckBy])).toEqual([
      ['l1', 'Pump 2 changed over', null, 'l2'],
      ['l2', 'Pump 3 changed over', 'l1', null],
    ])
  })

  it('refuses a second correction of the same entry, an unknown one, and a time to come', () => {
    const log = add(add([], entry(), 'l1'), entry({ strikes: 'l1' }), 'l2')
    const writer = { author: 'operator', nowMs: NOW, id: 'l3' } as const
    expect(appendEntry(log, entry({ strikes: 'l1' }), writer)).toMatchObject({ ok: false, field: 'strikes' })
    expect(appendEntry(log, entry({ strikes: 'l9' }), writer)).toMatchObject({ ok: false, field: 'strikes' })
    expect(appendEntry(log, entry({ eventTime: '2026-11-20T09:00:00Z' }), writer)).toMatchObject({
      ok: false,
      field: 'eventTime',
    })
  })

  it('refuses what says nothing and what is too long', () => {
    const writer = { author: 'operator', nowMs: NOW, id: 'l1' } as const
    expect(() => appendEntry([], entry({ text: '   ' }), writer)).toThrow(/says something/)
    expect(() => appendEntry([], entry({ text: 'x'.repeat(MAX_LOG_TEXT + 1) }), writer)).toThrow(/at most/)
  })

  it('carries an entry until another clears it; a correction carries on', () => {
    const carried = add([], entry({ carry: true }), 'l1')
    const corrected = add(carried, entry({ strikes: 'l1', text: 'better said' }), 'l2')
    expect(corrected.map(isCarried)).toEqual([false, true])
    const cleared = add(corrected, entry({ clears: 'l2', text: 'done' }), 'l3')
    expect(cleared.map(isCarried)).toEqual([false, false, false])
    expect(appendEntry(cleared, entry({ clears: 'l2' }), { author: 'operator', nowMs: NOW, id: 'l4' })).toMatchObject({
      ok: false,
      field: 'clears',
    })
  })

  it('only grows: no sequence of entries changes text, author, order or time of an earlier one', () => {
    const step = fc.record({
      text: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
      strikes: fc.option(fc.integer({ min: 1, max: 12 })),
      clears: fc.option(fc.integer({ min: 1, max: 12 })),
      carry: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let log: readonly LogEntry[] = []
        steps.forEach(({ text, strikes, clears, carry }, at) => {
          const input = entry({
            text,
            carry,
            strikes: strikes === null ? null : `l${strikes}`,
            clears: clears === null ? null : `l${clears}`,
          })
          const before = log
          const result = appendEntry(log, input, { author: 'operator', nowMs: NOW + at, id: `l${log.length + 1}` })
          if (result.ok) log = result.log
          expect(log.slice(0, before.length).map(stable)).toEqual(before.map(stable))
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, k) => k + 1))
        })
      }),
    )
  })
})
