import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BACK_OFF_S,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionState,
  JITTER_SHARE,
  initialState,
  step,
} from '../../src/live/connection-machine.ts'

const WELCOME = { epoch: 'a', resumed: false, heartbeatMs: 1000, contract: '1.0', compatible: true, serverMs: 0 }
const WITH_SOCKET = new Set(['opening', 'greeting', 'syncing', 'live'])
const ENDED = new Set(['stopped', 'refused'])
const LONGEST_MS = (BACK_OFF_S.at(-1) ?? 0) * 1000 * (1 + JITTER_SHARE)

const RARE: readonly ConnectionEvent['type'][] = [
  'start',
  'stop',
  'online',
  'offline',
  'ticket-failed',
  'socket-closed',
  'bye',
]
const USUAL: readonly ConnectionEvent['type'][] = [
  'ticket-ok',
  'socket-open',
  'frame',
  'welcome',
  'snapshot',
  'sequence',
  'timer',
]

const lineOf = fc.record({
  type: fc.oneof(fc.constantFrom(...RARE), { weight: 4, arbitrary: fc.constantFrom(...USUAL) }),
  /** Most events belong to the current try, some to one before or after. */
  shift: fc.constantFrom(0, 0, 0, 0, -1, 1),
  seq: fc.nat(8),
  epoch: fc.constantFrom('a', 'b'),
  flag: fc.boolean(),
  rare: fc.integer({ min: 0, max: 30 }).map((n) => n === 0),
  waitMs: fc.nat(40_000),
  jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
})
type Line = typeof lineOf extends fc.Arbitrary<infer L> ? L : never
const script = fc.array(lineOf, { maxLength: 60 })

function eventOf(line: Line, state: ConnectionState): ConnectionEvent {
  const attempt = state.attempt + line.shift
  switch (line.type) {
    case 'online':
    case 'offline':
    case 'start':
      return { type: line.type }
    case 'stop':
      return line.rare ? { type: 'stop' } : { type: 'start' }
    case 'timer':
      return { type: 'timer', timer: state.timer + line.shift }
    case 'ticket-ok':
      return { type: 'ticket-ok', attempt, ticket: 't' }
    case 'ticket-failed':
      return { type: 'ticket-failed', attempt, refusal: line.rare ? 'no' : undefined }
    case 'socket-open':
      return { type: 'socket-open', attempt }
    case 'socket-closed':
      return { type: 'socket-closed', attempt, code: line.rare ? 4400 : 1006, reason: '' }
    case 'frame':
      return { type: 'frame', attempt }
    case 'welcome':
      return { type: 'welcome', attempt, ...WELCOME, epoch: line.epoch, resumed: line.flag, compatible: !line.rare }
    case 'snapshot':
      return { type: 'snapshot', attempt, epoch: line.epoch, seq: line.seq, serverMs: 0 }
    case 'sequence':
      return { type: 'sequence', attempt, seq: line.flag ? state.lastSeq + 1 : line.seq, serverMs: 0 }
    case 'bye':
      break
  }
  return { type: 'bye', attempt, reason: '', final: line.rare }
}

/** Plays the part of the outside world and notes whatever must not happen. */
class Witness {
  readonly problems: string[] = []
  readonly #sockets = new Set<number>()
  #armed = 0

  note(
    before: ConnectionState,
    event: ConnectionEvent,
    after: ConnectionState,
    effects: readonly ConnectionEffect[],
  ): void {
    if (event.type === 'timer' && event.timer === this.#armed) this.#armed = 0
    if (event.type === 'socket-closed') this.#sockets.delete(event.attempt)
    for (const effect of effects) this.#carryOut(effect)
    const ended = ENDED.has(after.phase)
    const open = this.#sockets.size
    this.#check(open === (WITH_SOCKET.has(after.phase) ? 1 : 0), `${open} sockets in ${after.phase}`)
    this.#check(after.hasSocket === (open === 1), 'lost count of its socket')
    this.#check(after.attempt >= before.attempt, 'went back to an earlier try')
    this.#check((after.retryAtMs !== null) === (after.phase === 'waiting'), `retry time in ${after.phase}`)
    this.#check(
      ended ? after.timer === 0 : after.timer > 0 && after.timer === this.#armed,
      `no timer in ${after.phase}`,
    )
    this.#check(!ENDED.has(before.phase) || effects.length === 0, 'acted after its end')
    this.#check(after.phase !== 'live' || after.epoch !== null, 'live without knowing the run')
  }

  #carryOut(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'open-socket':
        this.#sockets.add(effect.attempt)
        this.#check(this.#sockets.size === 1, 'a second socket')
        return
      case 'close-socket':
        this.#check(this.#sockets.delete(effect.attempt), 'closed a socket that was not open')
        return
      case 'send-hello':
      case 'subscribe':
        this.#check(this.#sockets.has(effect.attempt), 'spoke without a socket')
        return
      case 'arm':
        this.#armed = effect.timer
        this.#check(effect.delayMs > 0 && effect.delayMs <= LONGEST_MS, `delay ${effect.delayMs}`)
        return
      case 'fetch-ticket':
      case 'gap':
      case 'lost-sequence':
      case 'repeated-sequence':
    }
  }

  #check(holds: boolean, problem: string): void {
    if (!holds) this.problems.push(problem)
  }
}

/** Plays a script from a fresh start; what must not happen comes back as text. */
function play(lines: readonly Line[]): { state: ConnectionState; nowMs: number; problems: readonly string[] } {
  const witness = new Witness()
  let nowMs = 0
  let state = initialState(0)
  const feed = (event: ConnectionEvent, jitter: number): void => {
    const before = state
    const next = step(before, event, { nowMs, jitter })
    state = next.state
    witness.note(before, event, state, next.effects)
  }
  feed({ type: 'start' }, 0)
  for (const line of lines) {
    nowMs += line.waitMs
    feed(eventOf(line, state), line.jitter)
  }
  return { state, nowMs, problems: witness.problems }
}

/** What a server that does its part would bring about next. */
function helpfulEvent({ phase, attempt, timer }: ConnectionState): ConnectionEvent {
  switch (phase) {
    case 'ticket':
      return { type: 'ticket-ok', attempt, ticket: 't' }
    case 'opening':
      return { type: 'socket-open', attempt }
    case 'greeting':
      return { type: 'welcome', attempt, ...WELCOME }
    case 'syncing':
      return { type: 'snapshot', attempt, epoch: 'a', seq: 1, serverMs: 0 }
    case 'idle':
    case 'waiting':
    case 'live':
    case 'refused':
    case 'stopped':
      break
  }
  return { type: 'timer', timer }
}

describe('connection machine under any sequence of events', () => {
  it('has never more than one socket, and always a timer until it ends', () => {
    fc.assert(
      fc.property(script, (lines) => {
        expect(play(lines).problems).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('gets live again from wherever it is, once the server does its part', () => {
    fc.assert(
      fc.property(script, (lines) => {
        const { state: left, nowMs } = play(lines)
        fc.pre(!ENDED.has(left.phase))
        let state = left
        for (let i = 0; i < 8 && state.phase !== 'live'; i++) {
          state = step(state, helpfulEvent(state), { nowMs, jitter: 0 }).state
        }
        expect(state.phase).toBe('live')
      }),
      { numRuns: 500 },
    )
  })
})
