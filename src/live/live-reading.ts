import { qualityFromByte } from '../contract/quality.ts'
import { FRESHNESS } from '../domain/quality/freshness.ts'
import type { LiveReading, LiveStore } from './live-store.ts'

/** Reads one point out of the columns. A lost source's value is not handed out any more. */
export function readPoint(store: LiveStore, index: number, serverNowMs: number): LiveReading | null {
  const point = store.points[index]
  if (point === undefined) return null
  const freshness = FRESHNESS[store.freshness[index] ?? 0] ?? 'bad'
  const sourceTimeMs = store.sourceTimesMs[index] ?? Number.NaN
  const hasNone = freshness === 'no-communication' || freshness === 'waiting'
  return {
    value: hasNone ? Number.NaN : (store.values[index] ?? Number.NaN),
    quality: qualityFromByte(store.qualities[index] ?? 255) ?? 'BadDeviceFailure',
    freshness,
    ageMs: roundAge(serverNowMs - sourceTimeMs),
    sourceTimeMs,
    unit: point.unit,
    decimals: point.decimals,
  }
}

/** Ages grow in steps, so that an old value does not repaint each second for nothing. */
function roundAge(ageMs: number): number {
  const step = ageMs < 120_000 ? 1000 : 10_000
  return Math.max(0, Math.floor(ageMs / step) * step)
}

/** The age of a live value may lag by this much before it is worth a repaint. */
const LIVE_AGE_STEP_MS = 60_000

/** Whether two readings show the same. */
export function isSameReading(a: LiveReading | null, b: LiveReading | null): boolean {
  if (a === null || b === null) return a === b
  if (!Object.is(a.value, b.value) || a.quality !== b.quality || a.freshness !== b.freshness) return false
  if (!Object.is(a.sourceTimeMs, b.sourceTimeMs)) return false
  return a.freshness === 'live' ? b.ageMs - a.ageMs < LIVE_AGE_STEP_MS : Object.is(a.ageMs, b.ageMs)
}

/** Reads several points; the same array comes back while every reading in it is the same object. */
export function readingsReader(
  indices: readonly number[],
  read: (index: number) => LiveReading | null,
): () => readonly (LiveReading | null)[] {
  let last: readonly (LiveReading | null)[] = []
  return () => {
    const isSame = last.length === indices.length && indices.every((index, i) => last[i] === readOne(index))
    if (!isSame) last = indices.map(readOne)
    return last
  }
  function readOne(index: number): LiveReading | null {
    return index < 0 ? null : read(index)
  }
}

/** Reads anew when the step is another one, and until anything has been read. */
export function oncePerStep<T extends readonly unknown[]>(read: () => T, stepOf: () => number): () => T {
  let last: { step: number; value: T } | null = null
  return () => {
    const step = stepOf()
    const isKnown = last !== null && last.value.some((one) => one !== null)
    if (last === null || last.step !== step || !isKnown) last = { step, value: read() }
    return last.value
  }
}
