import { describe, expect, it } from 'vitest'
import type { Handover, HandoverMethod } from '../../../src/contract/shift.ts'
import { draftHandover, stepHandover, type DraftItem } from '../../../src/domain/shift/handover.ts'
import { nextShift, shiftAt } from '../../../src/domain/shift/shifts.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const NOW = Date.parse('2026-11-20T06:55:00Z')

const item = (id: string, flagged = true): DraftItem => ({
  id,
  kind: 'standing-order',
  flagged,
  params: {},
  text: { vi: id, en: id, ja: id },
  ref: null,
  since: '2026-11-20T00:00:00.000Z',
})

function draft(
  items: readonly DraftItem[],
  nowMs: number,
  last: Handover | null,
  before: Handover | null = null,
): Handover {
  const outgoing = shiftAt(nowMs, ZONE)
  return draftHandover(items, { outgoing, incoming: nextShift(outgoing, ZONE), nowMs, last, simulated: true }, before)
}

function step(handover: Handover, method: HandoverMethod, more: object = {}): Handover {
  const command = { idempotencyKey: 'key-00000001', rev: handover.rev, ...more }
  const result = stepHandover(handover, method, command, { role: 'shift-lead', nowMs: NOW })
  if (!result.ok) throw new Error(`${result.field}: ${result.detail}`)
  return result.handover
}

function refusal(handover: Handover, method: HandoverMethod, more: object = {}): string {
  const command = { idempotencyKey: 'key-00000001', rev: handover.rev, ...more }
  const result = stepHandover(handover, method, command, { role: 'shift-lead', nowMs: NOW })
  return result.ok ? 'done' : `${result.kind} ${result.field}`
}

describe('handover', () => {
  it('takes two signatures, and every flagged item opened between them', () => {
    const made = draft([item('a'), item('b'), item('c', false)], NOW, null)
    expect(refusal(made, 'accept')).toBe('conflict state')
    const open = step(made, 'prepare', { mustKnow: ['Feeder 475 runs through the tie'] })
    expect(open.state).toBe('open')
    expect(refusal(open, 'accept')).toBe('conflict state')
    const seen = step(step(open, 'open-item', { itemId: 'a' }), 'open-item', { itemId: 'b' })
    const accepted = step(seen, 'accept')
    expect(accepted).toMatchObject({
      state: 'accepted',
      mustKnow: ['Feeder 475 runs through the tie'],
      signOffs: { outgoing: { role: 'shift-lead' }, incoming: { role: 'shift-lead' } },
    })
    expect(refusal(accepted, 'open-item', { itemId: 'c' })).toBe('conflict state')
  })

  it('leaves an item out only with a reason, keeps showing it, and does not ask to open it', () => {
    const made = draft([item('a'), item('b')], NOW, null)
    expect(refusal(made, 'remove-item', { itemId: 'a', reason: '  ' })).toBe('invalid reason')
    expect(refusal(made, 'remove-item', { itemId: 'z', reason: 'gone' })).toBe('invalid itemId')
    const less = step(made, 'remove-item', { itemId: 'a', reason: 'done at 13:40' })
    expect(less.items.map(({ id, removed }) => [id, removed?.reason ?? null])).toEqual([
      ['a', 'done at 13:40'],
      ['b', null],
    ])
    const open = step(less, 'prepare')
    expect(refusal(open, 'remove-item', { itemId: 'b', reason: 'x' })).toBe('conflict state')
    expect(step(step(open, 'open-item', { itemId: 'b' }), 'accept').state).toBe('accepted')
  })

  it('refuses a step that saw an older revision', () => {
    const made = draft([item('a')], NOW, null)
    const open = step(made, 'prepare')
    expect(refusal(open, 'open-item', { itemId: 'a', rev: made.rev })).toBe('conflict state')
  })

  it('carries a matter over every shift until it is gone, and counts the shifts', () => {
    let last: Handover | null = null
    for (let shift = 0; shift < 3; shift++) {
      const made = draft([item('a')], NOW + shift * 8 * 3_600_000, last)
      expect(made.items[0]?.shifts).toBe(shift)
      last = step(step(step(made, 'prepare'), 'open-item', { itemId: 'a' }), 'accept')
    }
    expect(
      draft([item('a'), item('b')], NOW + 24 * 3_600_000, last).items.map(({ id, shifts }) => [id, shifts]),
    ).toEqual([
      ['a', 3],
      ['b', 0],
    ])
  })

  it('drafted again keeps what was left out and what is to be known', () => {
    const made = step(draft([item('a'), item('b')], NOW, null), 'remove-item', { itemId: 'a', reason: 'done' })
    const again = draft([item('a'), item('b'), item('c')], NOW + 60_000, null, { ...made, mustKnow: ['x'] })
    expect(again.items.map(({ id, removed }) => [id, removed !== null])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ])
    expect(again.mustKnow).toEqual(['x'])
  })
})
