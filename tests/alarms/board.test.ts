import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MAX_COMMENT, alarmEventSchema, alarmSchema, journalEntrySchema } from '../../src/contract/alarms.ts'
import { verifyChain } from '../../src/domain/alarms/journal.ts'
import type { FeedItem } from '../../mocks/park-host.ts'
import { START_MS, TinyHost, answerOf, problemOf } from './tiny-host.ts'

const MINUTE_S = 60
const TRIP = 'feeder-trip.f-471'
const pageSchema = z.object({ items: z.array(journalEntrySchema), nextCursor: z.string().nullable() })

async function tripped(): Promise<TinyHost> {
  const tiny = new TinyHost('feeder-trip')
  await tiny.open()
  await tiny.run(20)
  return tiny
}

async function journalOf(tiny: TinyHost) {
  const { body } = await tiny.ask('/alarm-journal?order=asc&limit=1000')
  return pageSchema.parse(body).items
}

describe('scenarios', () => {
  it('a feeder trip is a P1 that names the tenants without power and the load that is lost', async () => {
    const tiny = await tripped()
    const { body } = await tiny.ask(`/alarms/${TRIP}`)
    const alarm = alarmSchema.parse(body)
    expect(alarm).toMatchObject({ stateName: 'ACTIVE_UNACK', priority: 'P1', retain: true })
    expect(alarm.affected.loadKw).toBeGreaterThan(100)
    expect(alarm.affected.assets).toBeGreaterThan(3)
    expect(alarm.escalation).toMatchObject({ state: 'pending', role: 'shift-lead' })
  })

  it('nobody acknowledges: the server calls the shift lead after 5 and the manager after 15 minutes', async () => {
    const tiny = await tripped()
    await tiny.run(16 * MINUTE_S, 10)
    const alarm = alarmSchema.parse((await tiny.ask(`/alarms/${TRIP}`)).body)
    expect(alarm.escalation).toMatchObject({ state: 'escalated', role: 'manager' })
    const escalated = (await journalOf(tiny)).filter(({ event }) => event === 'ESCALATED')
    expect(escalated.map(({ comment }) => comment)).toEqual(['shift-lead', 'manager'])
  })

  it('an alarm that stands for more than a day is stale', async () => {
    const tiny = await tripped()
    await tiny.run(24 * 60 * MINUTE_S, 20 * MINUTE_S)
    expect(alarmSchema.parse((await tiny.ask(`/alarms/${TRIP}`)).body)).toMatchObject({
      activeState: true,
      stale: true,
    })
  })

  it('a lost gateway is one alarm, and its points are held before they are lost', async () => {
    const tiny = new TinyHost('comms-loss')
    const { board, park } = await tiny.open()
    await tiny.run(6 * MINUTE_S, 5)
    const calls = (await journalOf(tiny)).filter(({ annunciated }) => annunciated)
    expect(calls.map(({ definitionId }) => definitionId)).toEqual(['gateway-lost'])
    const [lost] = board.list(tiny.clock.nowMs, true)
    expect(lost?.affected.points).toBeGreaterThan(1)
    const index = park.indexOf.get('pl-01.pressure') ?? -1
    expect(Number.isFinite(park.reported(index).value)).toBe(true)
    await tiny.run(14 * MINUTE_S, 10)
    expect(Number.isFinite(park.reported(index).value)).toBe(false)
    expect((await journalOf(tiny)).filter(({ annunciated }) => annunciated)).toHaveLength(1)
  })
})

describe('commands', () => {
  it('of two operators one gets 200, the other 409 with the same alarm', async () => {
    const tiny = await tripped()
    const [first, second] = await Promise.all([
      tiny.command('operator', TRIP, 'acknowledge', { comment: 'crew informed' }),
      tiny.command('shift-lead', TRIP, 'acknowledge', { comment: 'me too' }),
    ])
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 409])
    const [won, lost] = first.status === 200 ? [first, second] : [second, first]
    expect(alarmSchema.parse(problemOf(lost).current)).toEqual(answerOf(won).alarm)
    expect(answerOf(won).alarm).toMatchObject({ stateName: 'ACTIVE_ACK', ackedState: true })
  })

  it('the same key gives the first answer again, and another command with it is refused', async () => {
    const tiny = await tripped()
    const order = { idempotencyKey: 'the-same-key', comment: 'crew informed' }
    const first = answerOf(await tiny.command('operator', TRIP, 'acknowledge', order))
    const again = answerOf(await tiny.command('operator', TRIP, 'acknowledge', order))
    expect(again).toEqual({ ...first, repeated: true })
    expect((await journalOf(tiny)).filter(({ event }) => event === 'ACKNOWLEDGED')).toHaveLength(1)
    const other = await tiny.command('operator', TRIP, 'addComment', order)
    expect([other.status, problemOf(other).field]).toEqual([422, 'idempotencyKey'])
  })

  it('roles are enforced: no token and a viewer may not, an unknown token is nobody', async () => {
    const tiny = await tripped()
    expect((await tiny.command(null, TRIP, 'acknowledge', { comment: 'x' })).status).toBe(403)
    expect((await tiny.command('viewer', TRIP, 'acknowledge', { comment: 'x' })).status).toBe(403)
    expect((await tiny.command('operator', TRIP, 'removeFromService', { workOrder: 'WO-1' })).status).toBe(403)
    const headers = { authorization: 'Bearer made-up' }
    const body = JSON.stringify({ idempotencyKey: 'key-of-nobody', comment: 'x' })
    expect((await tiny.ask(`/alarms/${TRIP}/acknowledge`, { method: 'POST', body, headers })).status).toBe(401)
  })

  it.each([
    ['acknowledge', {}, 400, 'comment'],
    ['addComment', { comment: '  ' }, 400, 'comment'],
    ['addComment', { comment: '<b>x</b>'.repeat(1250) }, 400, 'comment'],
    ['timedShelve', { durationS: 600 }, 400, 'reason'],
    ['timedShelve', { reason: 'work', durationS: 4 * 3600 + 1 }, 422, 'durationS'],
    ['removeFromService', {}, 400, 'workOrder'],
  ] as const)('%s with %o is a %i naming %s', async (method, body, status, field) => {
    const tiny = await tripped()
    const refused = await tiny.command('shift-lead', TRIP, method, body)
    expect([refused.status, problemOf(refused).field]).toEqual([status, field])
  })

  it('a P1 is shelved by a shift lead only, at most to the next handover, and comes back by itself', async () => {
    const tiny = await tripped()
    const order = { reason: 'repair under way', durationS: 120 }
    expect((await tiny.command('operator', TRIP, 'timedShelve', order)).status).toBe(403)
    const { alarm } = answerOf(await tiny.command('shift-lead', TRIP, 'timedShelve', order))
    expect(alarm).toMatchObject({ suppressedOrShelved: true, shelvingState: { state: 'TimedShelved' } })
    expect((await tiny.command('shift-lead', TRIP, 'timedShelve', order)).status).toBe(409)
    await tiny.run(130)
    const after = alarmSchema.parse((await tiny.ask(`/alarms/${TRIP}`)).body)
    expect(after).toMatchObject({ suppressedOrShelved: false, stateName: 'ACTIVE_UNACK' })
    const back = (await journalOf(tiny)).filter(({ event }) => event === 'UNSHELVED')
    expect(back).toMatchObject([{ actor: 'rule', annunciated: true }])
  })

  it('a comment is kept as the text that it is', async () => {
    const tiny = await tripped()
    const comment = '<script>alert(1)</script> & "nước"'
    const { alarm, entries } = answerOf(await tiny.command('operator', TRIP, 'addComment', { comment }))
    expect(alarm.comment?.text).toBe(comment)
    expect(entries[0]?.comment).toBe(comment)
    const longest = 'x'.repeat(MAX_COMMENT)
    expect((await tiny.command('operator', TRIP, 'addComment', { comment: longest })).status).toBe(200)
  })

  it('an alarm that has moved on refuses a command that names the old event', async () => {
    const tiny = await tripped()
    const { eventId } = alarmSchema.parse((await tiny.ask(`/alarms/${TRIP}`)).body)
    await tiny.command('operator', TRIP, 'acknowledge', { comment: 'seen', eventId })
    expect((await tiny.command('operator', TRIP, 'addComment', { comment: 'late', eventId })).status).toBe(409)
    expect((await tiny.command('operator', 'feeder-trip.nowhere', 'acknowledge', { comment: 'x' })).status).toBe(404)
  })
})

describe('journal', () => {
  it('is whole, chained, in order of its numbers and pages without holes', async () => {
    const tiny = await tripped()
    await tiny.command('operator', TRIP, 'acknowledge', { comment: 'seen' })
    await tiny.run(60, 5)
    const entries = await journalOf(tiny)
    expect(entries.length).toBeGreaterThan(1)
    expect(verifyChain(entries)).toBeNull()
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, k) => k + 1))
    const paged: number[] = []
    let cursor: string | null = null
    do {
      const path = `/alarm-journal?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`
      const page: z.infer<typeof pageSchema> = pageSchema.parse((await tiny.ask(path)).body)
      paged.push(...page.items.map(({ seq }) => seq))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(paged).toEqual(entries.map(({ seq }) => seq).toReversed())
  })

  it('keeps its order when the clock jumps back', async () => {
    const tiny = await tripped()
    tiny.clock.nowMs = START_MS - 3_600_000
    expect((await tiny.command('operator', TRIP, 'acknowledge', { comment: 'seen' })).status).toBe(200)
    const entries = await journalOf(tiny)
    expect(entries.at(-1)).toMatchObject({
      event: 'ACKNOWLEDGED',
      receiveTime: new Date(tiny.clock.nowMs).toISOString(),
    })
    expect(verifyChain(entries)).toBeNull()
  })

  it('goes on judging when the clock is set back, with delays that count from then', async () => {
    const tiny = await tripped()
    tiny.clock.nowMs = START_MS - 3_600_000
    // An hour before the feeder tripped it stood closed.
    await tiny.run(40)
    const alarm = alarmSchema.parse((await tiny.ask(`/alarms/${TRIP}`)).body)
    expect(alarm).toMatchObject({ stateName: 'RTN_UNACK', activeState: false })
    expect(Date.parse(alarm.time)).toBeLessThanOrEqual(tiny.clock.nowMs)
    expect(verifyChain(await journalOf(tiny))).toBeNull()
  })

  it.each(['PATCH', 'DELETE', 'POST', 'PUT'])('refuses %s', async (method) => {
    const tiny = new TinyHost()
    const init = method === 'DELETE' ? { method } : { method, body: '{}' }
    expect((await tiny.ask('/alarm-journal', init)).status).toBe(405)
  })

  it('tells of an alarm with the look that finds it, before the next tick sends readings', async () => {
    const tiny = new TinyHost('feeder-trip')
    const { park } = await tiny.open()
    const kinds: string[] = []
    park.listen(({ kind }) => kinds.push(kind))
    for (let looks = 0; looks < 80 && !kinds.includes('event'); looks++) {
      tiny.clock.nowMs += 250
      park.look()
    }
    expect(kinds).toEqual(['event'])
    park.tick()
    tiny.clock.nowMs += 250
    park.tick()
    expect(kinds).toContain('readings')
  })

  it('reaches live clients in the same order, none missing', async () => {
    const tiny = new TinyHost('feeder-trip')
    const { park } = await tiny.open()
    const seen: number[] = []
    park.listen((item: FeedItem) => {
      if (item.kind !== 'event') return
      expect(item.name).toBe('alarm')
      seen.push(...alarmEventSchema.parse(item.data).entries.map(({ seq }) => seq))
    })
    await tiny.run(20)
    await tiny.command('operator', TRIP, 'acknowledge', { comment: 'seen' })
    expect(seen).toEqual((await journalOf(tiny)).map(({ seq }) => seq))
  })
})
