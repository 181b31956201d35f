import { describe, expect, it } from 'vitest'
import {
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionState,
  HEARTBEATS_MISSED,
  JITTER_SHARE,
  STEP_TIMEOUT_MS,
  initialState,
  step,
} from '../../src/live/connection-machine.ts'

const WELCOME = { epoch: 'a', resumed: false, heartbeatMs: 1000, contract: '1.0', compatible: true, serverMs: 0 }

/** Runs events one after the other; a function gets the state to name the current try. */
function run(
  events: readonly ((state: ConnectionState) => ConnectionEvent)[],
  from: ConnectionState = initialState(0),
  nowMs = 0,
): { state: ConnectionState; effects: ConnectionEffect[] } {
  const effects: ConnectionEffect[] = []
  let state = from
  for (const make of events) {
    const next = step(state, make(state), { nowMs, jitter: 0 })
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

const start = (): ConnectionEvent => ({ type: 'start' })
const ticket = ({ attempt }: ConnectionState): ConnectionEvent => ({ type: 'ticket-ok', attempt, ticket: 'abc' })
const open = ({ attempt }: ConnectionState): ConnectionEvent => ({ type: 'socket-open', attempt })
const welcome = ({ attempt }: ConnectionState): ConnectionEvent => ({ type: 'welcome', attempt, ...WELCOME })
const resumed = ({ attempt }: ConnectionState): ConnectionEvent => ({
  type: 'welcome',
  attempt,
  ...WELCOME,
  resumed: true,
  serverMs: 90_000,
})
const snapshot = ({ attempt }: ConnectionState): ConnectionEvent => ({
  type: 'snapshot',
  attempt,
  epoch: 'a',
  seq: 5,
  serverMs: 60_000,
})
const sequence =
  (seq: number) =>
  ({ attempt }: ConnectionState): ConnectionEvent => ({ type: 'sequence', attempt, seq, serverMs: 61_000 })
const closed = ({ attempt }: ConnectionState): ConnectionEvent => ({
  type: 'socket-closed',
  attempt,
  code: 1006,
  reason: '',
})
const timer = (state: ConnectionState): ConnectionEvent => ({ type: 'timer', timer: state.timer })
const toLive = [start, ticket, open, welcome, snapshot]

describe('connection machine', () => {
  it('goes from ticket to live, one thing after the other', () => {
    const { state, effects } = run(toLive)
    expect(state).toMatchObject({ phase: 'live', epoch: 'a', lastSeq: 5, hasSocket: true })
    expect(effects.filter(({ type }) => type !== 'arm').map(({ type }) => type)).toEqual([
      'fetch-ticket',
      'open-socket',
      'send-hello',
      'subscribe',
    ])
  })

  it('waits 1, 5, 5, 10, 10, 30, 30 s between tries, with jitter on top', () => {
    let state = run([start]).state
    const delays: number[] = []
    for (let i = 0; i < 7; i++) {
      const failed = step(state, { type: 'ticket-failed', attempt: state.attempt }, { nowMs: 0, jitter: 0 })
      delays.push(...failed.effects.filter((effect) => effect.type === 'arm').map(({ delayMs }) => delayMs / 1000))
      state = run([timer], failed.state).state
    }
    expect(delays).toEqual([1, 5, 5, 10, 10, 30, 30])
    const late = step(run([start]).state, { type: 'ticket-failed', attempt: 1 }, { nowMs: 0, jitter: 0.5 })
    expect(late.state.retryAtMs).toBe(1000 * (1 + JITTER_SHARE / 2))
  })

  it('starts the back-off over only after a while of being live', () => {
    const live = { ...run(toLive).state, failures: 4 }
    expect(run([closed], live, 9000).state.retryAtMs).toBe(9000 + 10_000)
    expect(run([closed], live, 11_000).state.retryAtMs).toBe(11_000 + 1000)
  })

  it('gives up a step that takes too long', () => {
    for (const events of [[start], [start, ticket], [start, ticket, open], [start, ticket, open, welcome]]) {
      const { state, effects } = run(events)
      expect(effects.findLast(({ type }) => type === 'arm')).toMatchObject({ delayMs: STEP_TIMEOUT_MS })
      expect(run([timer], state).state).toMatchObject({ phase: 'waiting', hasSocket: false })
    }
  })

  it('takes a silent socket for dead', () => {
    const live = run(toLive).state
    const limitMs = HEARTBEATS_MISSED * 1000
    const heard = run([({ attempt }) => ({ type: 'frame', attempt })], live, 2000).state
    const checked = step(heard, { type: 'timer', timer: heard.timer }, { nowMs: limitMs, jitter: 0 })
    expect(checked.state.phase).toBe('live')
    expect(checked.effects).toEqual([{ type: 'arm', timer: checked.state.timer, delayMs: 2000 }])
    const dead = step(
      checked.state,
      { type: 'timer', timer: checked.state.timer },
      { nowMs: 2000 + limitMs, jitter: 0 },
    )
    expect(dead.state).toMatchObject({ phase: 'waiting', hasSocket: false })
    expect(dead.effects[0]).toMatchObject({ type: 'close-socket' })
  })

  it('resumes only when the server confirms it for the same run', () => {
    const lost = run([...toLive, sequence(6), closed, timer, ticket, open])
    expect(lost.effects.findLast(({ type }) => type === 'send-hello')).toMatchObject({
      resume: { epoch: 'a', lastSeq: 6 },
    })
    const confirmed = run([resumed], lost.state)
    expect(confirmed.state).toMatchObject({ phase: 'live', lastSeq: 6, reconnects: 1 })
    expect(confirmed.effects).toContainEqual({ type: 'gap', fromMs: 61_000, toMs: 90_000, replayed: true })
    const otherRun = run(
      [({ attempt }) => ({ type: 'welcome', attempt, ...WELCOME, resumed: true, epoch: 'b' })],
      lost.state,
    )
    expect(otherRun.state.phase).toBe('syncing')
    expect(run([welcome], lost.state).state.phase).toBe('syncing')
  })

  it('names the gap when a snapshot has to do', () => {
    const { effects } = run([...toLive, sequence(6), closed, timer, ticket, open, welcome, snapshot])
    expect(effects).toContainEqual({ type: 'gap', fromMs: 61_000, toMs: 60_000, replayed: false })
  })

  it('asks for a replay when a sequence is missing, and for a snapshot when the replay has holes', () => {
    const missing = run([...toLive, sequence(8)])
    expect(missing.state.phase).toBe('waiting')
    expect(missing.effects).toContainEqual({ type: 'lost-sequence', from: 6, to: 7 })
    const holed = run([timer, ticket, open, resumed, sequence(9), timer, ticket, open], missing.state)
    expect(holed.effects.filter(({ type }) => type === 'send-hello')).toMatchObject([
      { resume: { epoch: 'a', lastSeq: 5 } },
      { resume: null },
    ])
  })

  it('ignores repeated sequences and tells of them', () => {
    const { state, effects } = run([...toLive, sequence(6), sequence(6), sequence(2)])
    expect(state).toMatchObject({ phase: 'live', lastSeq: 6 })
    expect(effects.filter(({ type }) => type === 'repeated-sequence')).toHaveLength(2)
  })

  it('ends for good when the contract is refused by either side', () => {
    const byUs = run([
      start,
      ticket,
      open,
      ({ attempt }) => ({ type: 'welcome', attempt, ...WELCOME, contract: '2.0', compatible: false }),
    ])
    expect(byUs.state).toMatchObject({ phase: 'refused', refusal: 'contract 2.0', timer: 0, hasSocket: false })
    const byThem = run([
      start,
      ticket,
      open,
      ({ attempt }) => ({ type: 'socket-closed', attempt, code: 4400, reason: 'old' }),
    ])
    expect(byThem.state).toMatchObject({ phase: 'refused', refusal: 'old' })
    expect(run([timer, () => ({ type: 'online' }), start], byThem.state)).toMatchObject({ effects: [] })
  })

  it('tries at once when the network comes back', () => {
    const waiting = run([start, ({ attempt }) => ({ type: 'ticket-failed', attempt })]).state
    expect(run([() => ({ type: 'offline' }), () => ({ type: 'online' })], waiting)).toMatchObject({
      state: { phase: 'ticket', online: true },
    })
  })
})
