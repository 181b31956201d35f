import type { Flood } from '../../src/contract/alarms.ts'
import { isHidden, isRetained } from '../../src/domain/alarms/alarm-record.ts'
import { isActive } from '../../src/domain/alarms/base-state.ts'
import { firstOutOf } from '../../src/domain/alarms/first-out.ts'
import { type FloodState, NO_FLOOD, stepFlood } from '../../src/domain/alarms/flood.ts'
import type { AlarmInstance } from './instance.ts'
import { textOf } from './alarm-view.ts'
import type { JournalStore } from './journal-store.ts'

interface Kept {
  fromMs: number
  instance: AlarmInstance
}

/** The alarms of a park as they stood at an instant. */
export interface AlarmPicture {
  instances: readonly AlarmInstance[]
  firstOut: ReadonlyMap<string, string>
  rev: number
  journalSeq: number
  flood: Flood
}

/** How every alarm stood after each of its changes: with each line of the journal, the state that it led to. */
export class AlarmPast {
  readonly #journal: JournalStore
  readonly #states = new Map<string, Kept[]>()
  /** Lines up to here tell of the time before anybody could have listened: they make no flood. */
  #settledSeq = 0
  #settledMs = Number.NEGATIVE_INFINITY

  constructor(journal: JournalStore) {
    this.#journal = journal
  }

  /** Call before an instance changes for the first time, so that its first state is known as well. */
  open(instance: AlarmInstance): void {
    if (!this.#states.has(instance.id)) {
      this.#states.set(instance.id, [{ fromMs: Number.NEGATIVE_INFINITY, instance: { ...instance } }])
    }
  }

  /** Keeps how an instance stands after a change. */
  keep(instance: AlarmInstance, nowMs: number): void {
    this.#states.get(instance.id)?.push({ fromMs: nowMs, instance: { ...instance } })
  }

  settle(nowMs: number): void {
    this.#settledSeq = this.#journal.lastSeq
    this.#settledMs = nowMs
  }

  /** One alarm as it stood. */
  one(instance: AlarmInstance, atMs: number): AlarmInstance {
    return this.#states.get(instance.id)?.findLast(({ fromMs }) => fromMs <= atMs)?.instance ?? instance
  }

  /** All of `instances` as they stood, or only those that belonged on a list. */
  at(instances: readonly AlarmInstance[], atMs: number, onlyRetained: boolean): AlarmPicture {
    const stood = instances.map((instance) => this.one(instance, atMs))
    const retained = stood.filter(({ record }) => isRetained(record))
    const firstOut = firstOutOf(
      retained.map(({ id, group, record }) => ({
        id,
        group,
        activeMs: isActive(record.state) && !isHidden(record) ? record.activeMs : Number.NaN,
      })),
    )
    return {
      instances: onlyRetained ? retained : stood,
      firstOut,
      rev: stood.reduce((newest, { rev }) => Math.max(newest, rev), 0),
      journalSeq: this.#journal.seqAt(atMs),
      flood: this.#floodAt(atMs),
    }
  }

  #floodAt(atMs: number): Flood {
    const since = atMs >= this.#settledMs ? this.#settledSeq : 0
    let flood: FloodState = NO_FLOOD
    for (const { seq, receiveTime, annunciated } of this.#journal.until(atMs)) {
      if (seq > since && annunciated) flood = stepFlood(flood, 1, Date.parse(receiveTime))
    }
    const { active, sinceMs, times } = stepFlood(flood, 0, atMs)
    return { active, since: active ? textOf(sinceMs) : null, count: times.length }
  }
}
