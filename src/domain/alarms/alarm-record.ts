import type { SuppressionRule } from '../../contract/alarm-definitions.ts'
import type { BaseState, JournalEvent } from '../../contract/alarms.ts'
import type { Role } from '../../contract/session.ts'
import { MAX_SHELVED_MS } from './shelving.ts'

/** What of a definition the engine needs. Times in milliseconds. */
export interface AlarmSpec {
  onDelayMs: number
  offDelayMs: number
  latching: boolean
  ackRequired: boolean
  reAlarmMs: number | null
}

export interface Shelving {
  kind: 'TimedShelved' | 'OneShotShelved'
  sinceMs: number
  untilMs: number
  reason: string
  role: Role
}

export interface OutOfService {
  sinceMs: number
  workOrder: string
  role: Role
}

export interface Suppression {
  rule: SuppressionRule
  sinceMs: number
}

/**
 * State of one alarm. Records are never changed: a step answers the same record when nothing happened, which is
 * what makes thousands of quiet alarms cheap. Times are epoch milliseconds, NaN for "never".
 */
export interface AlarmRecord {
  readonly state: BaseState
  readonly severity: number
  readonly lastSeverity: number
  /** Condition at the source before delays, and since when. */
  readonly raw: boolean
  readonly rawSinceMs: number
  readonly shelving: Shelving | null
  readonly suppression: Suppression | null
  readonly outOfService: OutOfService | null
  /** Last change of the base state or of hiding. */
  readonly changeMs: number
  readonly activeMs: number
  readonly ackMs: number
  readonly returnMs: number
  /** Last time that it called for attention; escalation counts from here. */
  readonly annunciatedMs: number
  readonly confirmed: boolean
  readonly comment: { text: string; timeMs: number; role: Role } | null
  readonly lastRole: Role | null
  /** Returns of the last minute, oldest first: each ended one cycle of active and clear. */
  readonly cycles: readonly number[]
}

/** Something that belongs into the journal. */
export interface AlarmHappening {
  event: JournalEvent
  fromState: BaseState
  toState: BaseState
  timeMs: number
  annunciated: boolean
  actor: 'process' | 'rule' | Role
  note: string | null
}

export interface Stepped {
  record: AlarmRecord
  happenings: readonly AlarmHappening[]
}

/** A quiet alarm. */
export function newRecord(severity: number): AlarmRecord {
  return {
    state: 'NORMAL',
    severity,
    lastSeverity: severity,
    raw: false,
    rawSinceMs: Number.NEGATIVE_INFINITY,
    shelving: null,
    suppression: null,
    outOfService: null,
    changeMs: Number.NaN,
    activeMs: Number.NaN,
    ackMs: Number.NaN,
    returnMs: Number.NaN,
    annunciatedMs: Number.NaN,
    confirmed: true,
    comment: null,
    lastRole: null,
    cycles: [],
  }
}

/** Kept from the list by any of the three hiding modes. */
export function isHidden(record: AlarmRecord): boolean {
  return record.outOfService !== null || record.suppression !== null || record.shelving !== null
}

/** Belongs on an operator's list: not normal, or hidden by an operator. */
export function isRetained(record: AlarmRecord): boolean {
  return record.state !== 'NORMAL' || record.outOfService !== null || record.shelving !== null
}

/**
 * The record after the server's clock was set back: nothing in it lies after `nowMs`, so that delays and escalation
 * count from now instead of waiting until the clock has caught up. A shelving ends when it was said to end, but never
 * later than one that begins now might.
 */
export function setBack(record: AlarmRecord, nowMs: number): AlarmRecord {
  // NaN and the beginning of time stay what they are.
  const past = (ms: number): number => (ms > nowMs ? nowMs : ms)
  const { shelving } = record
  return {
    ...record,
    rawSinceMs: past(record.rawSinceMs),
    changeMs: past(record.changeMs),
    activeMs: past(record.activeMs),
    ackMs: past(record.ackMs),
    returnMs: past(record.returnMs),
    annunciatedMs: past(record.annunciatedMs),
    cycles: record.cycles.filter((ms) => ms <= nowMs),
    shelving: shelving && {
      ...shelving,
      sinceMs: past(shelving.sinceMs),
      untilMs: Math.min(shelving.untilMs, nowMs + MAX_SHELVED_MS),
    },
  }
}
