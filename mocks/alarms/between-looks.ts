import { dueOf } from '../../src/domain/alarms/due.ts'
import { stepAlarm } from '../../src/domain/alarms/step.ts'
import type { Sample } from '../sim/world.ts'
import type { AlarmBoard } from './alarm-board.ts'
import type { AlarmInstance, Judgement, Reader } from './instance.ts'

/** How finely the instant is found at which a condition began. */
const FINE_MS = 1000

export type SampleAt = (index: number, atMs: number) => Sample

/** Somebody who sees to alarms while nobody sits at a screen. */
export interface Crew {
  /** When this alarm will be acknowledged; infinity for never. */
  ackMs(instance: AlarmInstance): number
  acknowledge(instance: AlarmInstance, atMs: number): void
}

export const NOBODY: Crew = { ackMs: () => Number.POSITIVE_INFINITY, acknowledge: () => undefined }

/**
 * Brings a board to an instant from its last look, however long ago that was: what came about between the two happens
 * at its own second and in order, as it would have had the board been looked at every second. What came and went
 * between the two stays unseen.
 */
export function bringTo(board: AlarmBoard, toMs: number, sampleAt: SampleAt, crew: Crew): void {
  if (Number.isFinite(board.lastMs) && board.lastMs < toMs) new Stretch(board, toMs, sampleAt, crew).walk()
  else board.evaluate(toMs, (index) => sampleAt(index, toMs))
}

/** An alarm to which something happens within the stretch. */
interface Mover {
  instance: AlarmInstance
  /** What is judged at the end of the stretch. */
  last: Judgement
  nextMs: number
}

class Stretch {
  readonly #board: AlarmBoard
  readonly #toMs: number
  readonly #sampleAt: SampleAt
  readonly #crew: Crew
  readonly #readers = new Map<number, Reader>()
  readonly #fromMs: number
  #nowMs: number

  constructor(board: AlarmBoard, toMs: number, sampleAt: SampleAt, crew: Crew) {
    this.#board = board
    this.#toMs = toMs
    this.#sampleAt = sampleAt
    this.#crew = crew
    this.#fromMs = board.lastMs
    this.#nowMs = board.lastMs
  }

  walk(): void {
    const movers = this.#movers()
    for (const mover of movers) mover.nextMs = this.#nextOf(mover)
    for (let mover = earliest(movers); mover && mover.nextMs < this.#toMs; mover = earliest(movers)) {
      const { record, rev } = mover.instance
      this.#nowMs = mover.nextMs
      this.#happen(mover)
      const isStill = mover.instance.record === record && mover.instance.rev === rev
      mover.nextMs = isStill ? this.#toMs : this.#nextOf(mover)
    }
    for (const { instance, last } of movers) {
      instance.judgement = last
      this.#board.step(instance, this.#toMs)
      if (this.#crew.ackMs(instance) <= this.#toMs) this.#crew.acknowledge(instance, this.#toMs)
    }
    this.#board.closeLook(this.#toMs)
  }

  /** Looks at every alarm at the end; answers those that something happens to, as they were before. */
  #movers(): Mover[] {
    const reader = this.#readerAt(this.#toMs)
    return this.#board.instances.flatMap((instance) => {
      const before = instance.judgement
      this.#board.look(instance, reader)
      const last = instance.judgement
      if (!this.#changes(instance, last, this.#toMs) && !this.#board.calls(instance)) return []
      instance.judgement = before
      return [{ instance, last, nextMs: this.#toMs }]
    })
  }

  #readerAt(atMs: number): Reader {
    const known = this.#readers.get(atMs)
    if (known) return known
    const reader = this.#board.readerAt(atMs, (index) => this.#sampleAt(index, atMs))
    this.#readers.set(atMs, reader)
    return reader
  }

  #changes({ record, spec, severity }: AlarmInstance, judgement: Judgement, nowMs: number): boolean {
    return stepAlarm(record, spec, { ...judgement, nowMs, severity }).record !== record
  }

  #nextOf(mover: Mover): number {
    const { instance } = mover
    const { record, spec } = instance
    const ruleMs = Math.min(dueOf(record, spec), this.#board.escalationMs(instance), this.#crew.ackMs(instance))
    const nextMs = Math.max(this.#nowMs, ruleMs)
    return Math.min(nextMs, isOther(instance, mover.last) ? this.#turnOf(instance) : this.#toMs)
  }

  /** When the condition or its suppression first is what it is at the end, as finely as it is judged. */
  #turnOf(instance: AlarmInstance): number {
    const fineMs = Math.max(FINE_MS, instance.everyMs)
    let before = this.#nowMs
    let after = this.#toMs
    while (after - before >= 2 * fineMs) {
      const middle = before + fineMs * Math.floor((after - before) / 2 / fineMs)
      if (isOther(instance, this.#judge(instance, middle))) after = middle
      else before = middle
    }
    return after
  }

  #judge(instance: AlarmInstance, atMs: number): Judgement {
    return instance.judge(this.#readerAt(atMs), instance.record.raw)
  }

  #happen(mover: Mover): void {
    const { instance } = mover
    if (this.#crew.ackMs(instance) <= this.#nowMs) this.#crew.acknowledge(instance, this.#nowMs)
    const isSlow = instance.everyMs >= this.#toMs - this.#fromMs
    if (!isSlow) instance.judgement = this.#judge(instance, this.#nowMs)
    this.#board.step(instance, this.#nowMs)
    this.#board.escalate(instance, this.#nowMs)
    if (!isSlow) mover.last = this.#judge(instance, this.#toMs)
  }
}

/** Whether a judgement says something else than the record. */
function isOther({ record }: AlarmInstance, { condition, suppressedBy }: Judgement): boolean {
  const isTurned = condition !== null && condition !== record.raw
  return isTurned || suppressedBy !== (record.suppression?.rule ?? null)
}

function earliest(movers: readonly Mover[]): Mover | null {
  let found: Mover | null = null
  for (const mover of movers) if (found === null || mover.nextMs < found.nextMs) found = mover
  return found
}
