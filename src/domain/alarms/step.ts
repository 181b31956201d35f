import type { SuppressionRule } from '../../contract/alarm-definitions.ts'
import type { Role } from '../../contract/session.ts'
import { type AlarmHappening, type AlarmRecord, type AlarmSpec, type Stepped, isHidden } from './alarm-record.ts'
import { type BaseEvent, isActive, nextBaseState } from './base-state.ts'
import { delayEndMs, secondCallMs } from './due.ts'

/** Cycles of the last minute are kept for the chattering count. */
export const CHATTER_WINDOW_MS = 60_000

/** What a tick says about one alarm. */
export interface AlarmInput {
  nowMs: number
  /** Time of the sample that decided; `nowMs` where nothing else is known. */
  sourceMs: number
  /** Condition at the source; null when it cannot be judged (no value, no communication): nothing changes then. */
  condition: boolean | null
  severity: number
  /** Rule that suppresses it by design, or null. */
  suppressedBy: SuppressionRule | null
}

const NOTHING: readonly AlarmHappening[] = []

/**
 * Evaluates one alarm at one instant: suppression by rule, delays, base state, severity, second call, ends of
 * shelving. It is evaluated in full while hidden; only the annunciation is withheld.
 * Source: ISA-18.2 / IEC 62682 state model and OPC 10000-9 5.8, `hmi.md` 2.1.
 */
export function stepAlarm(record: AlarmRecord, spec: AlarmSpec, input: AlarmInput): Stepped {
  if (isQuiet(record, spec, input)) return { record, happenings: NOTHING }
  const work = new Work(record)
  work.suppress(input)
  work.follow(spec, input)
  work.judgeSeverity(spec, input)
  work.callAgain(spec, input.nowMs)
  work.endShelving(input.nowMs)
  return work.done()
}

/** The common case, without any allocation: nothing is true, hidden or pending. */
function isQuiet(record: AlarmRecord, spec: AlarmSpec, input: AlarmInput): boolean {
  const same = input.condition === null || input.condition === record.raw
  if (!same || input.severity !== record.severity || record.shelving !== null) return false
  if (input.suppressedBy !== (record.suppression?.rule ?? null)) return false
  if (record.raw !== isActive(record.state)) return false
  return !(record.state === 'ACTIVE_ACK' && spec.reAlarmMs !== null)
}

class Work {
  record: AlarmRecord
  readonly #happenings: AlarmHappening[] = []

  constructor(record: AlarmRecord) {
    this.record = record
  }

  done(): Stepped {
    return { record: this.record, happenings: this.#happenings }
  }

  suppress({ suppressedBy, nowMs }: AlarmInput): void {
    const before = this.record.suppression
    if (suppressedBy === (before?.rule ?? null)) return
    if (suppressedBy === null) {
      this.record = { ...this.record, suppression: null, changeMs: nowMs }
      this.#add(unhidden(this.record, 'UNSUPPRESSED', 'rule', before?.rule ?? null, nowMs))
      return
    }
    this.record = { ...this.record, suppression: { rule: suppressedBy, sinceMs: nowMs }, changeMs: nowMs }
    this.#note('SUPPRESSED', nowMs, suppressedBy)
  }

  /** Takes the condition over, and moves the base state when it has held for its delay: at the end of it, however late the look. */
  follow(spec: AlarmSpec, { condition, nowMs, sourceMs }: AlarmInput): void {
    if (condition !== null && condition !== this.record.raw) {
      this.record = { ...this.record, raw: condition, rawSinceMs: Math.min(sourceMs, nowMs) }
    }
    const atMs = delayEndMs(this.record, spec)
    if (nowMs < atMs) return
    if (this.record.raw) this.#activate(spec, atMs, nowMs)
    else this.#clear(spec, atMs, nowMs)
  }

  #activate(spec: AlarmSpec, atMs: number, nowMs: number): void {
    this.#move('condition-true', spec, atMs, nowMs)
    this.record = { ...this.record, activeMs: atMs, confirmed: !spec.ackRequired, comment: null }
  }

  #clear(spec: AlarmSpec, atMs: number, nowMs: number): void {
    this.#move('condition-false', spec, atMs, nowMs)
    const cycles = this.record.cycles.filter((ms) => ms > nowMs - CHATTER_WINDOW_MS)
    this.record = { ...this.record, returnMs: atMs, cycles: [...cycles, nowMs] }
    if (this.record.shelving?.kind === 'OneShotShelved') this.#unshelve(nowMs)
  }

  judgeSeverity(spec: AlarmSpec, { severity, nowMs }: AlarmInput): void {
    const before = this.record.severity
    if (severity === before) return
    this.record = { ...this.record, severity, lastSeverity: before }
    if (severity > before) this.#move('recall', spec, nowMs, nowMs)
  }

  callAgain(spec: AlarmSpec, nowMs: number): void {
    if (nowMs >= secondCallMs(this.record, spec)) this.#move('recall', spec, nowMs, nowMs)
  }

  endShelving(nowMs: number): void {
    if (this.record.shelving !== null && this.record.shelving.untilMs <= nowMs) this.#unshelve(nowMs)
  }

  #unshelve(nowMs: number): void {
    this.record = { ...this.record, shelving: null, changeMs: nowMs }
    this.#add(unhidden(this.record, 'UNSHELVED', 'rule', null, nowMs))
  }

  #move(event: BaseEvent, spec: AlarmSpec, atMs: number, nowMs: number): void {
    const next = nextBaseState(this.record.state, event, spec)
    if (next === null) return
    const annunciated = next.to === 'ACTIVE_UNACK' && !isHidden(this.record)
    this.#happenings.push({
      event: next.journal,
      fromState: this.record.state,
      toState: next.to,
      timeMs: atMs,
      annunciated,
      actor: event === 'recall' ? 'rule' : 'process',
      note: null,
    })
    this.record = {
      ...this.record,
      state: next.to,
      changeMs: atMs,
      annunciatedMs: annunciated ? nowMs : this.record.annunciatedMs,
    }
  }

  #note(event: AlarmHappening['event'], timeMs: number, note: string | null): void {
    const { state } = this.record
    this.#happenings.push({ event, fromState: state, toState: state, timeMs, annunciated: false, actor: 'rule', note })
  }

  #add({ record, happening }: Unhidden): void {
    this.record = record
    this.#happenings.push(happening)
  }
}

export interface Unhidden {
  record: AlarmRecord
  happening: AlarmHappening
}

/**
 * What the end of a hiding mode does. When no other mode hides the alarm any more, it is called out again if its
 * condition holds, and is normal if not; what was acknowledged while nobody saw it does not count.
 *
 * @param record the record with the mode already taken off
 */
export function unhidden(
  record: AlarmRecord,
  event: 'UNSHELVED' | 'UNSUPPRESSED' | 'PLACED_IN_SERVICE',
  actor: 'rule' | Role,
  note: string | null,
  nowMs: number,
): Unhidden {
  const from = record.state
  const still = isHidden(record)
  const to = still ? from : isActive(from) ? 'ACTIVE_UNACK' : 'NORMAL'
  const annunciated = !still && to === 'ACTIVE_UNACK'
  return {
    record: { ...record, state: to, annunciatedMs: annunciated ? nowMs : record.annunciatedMs },
    happening: { event, fromState: from, toState: to, timeMs: nowMs, annunciated, actor, note },
  }
}
