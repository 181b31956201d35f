import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITIES, QUALITY_BYTE } from '../../src/contract/quality.ts'
import { type ReadingsFrame, decodeReadings } from '../../src/contract/readings-frame.ts'
import { snapshotSchema } from '../../src/contract/readings.ts'
import { FRESHNESS, FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { LiveStore } from '../../src/live/live-store.ts'
import { FakeScheduler } from './fake-scheduler.ts'
import { type Row, START_MS, bytesOf, makePoint } from './fake-server.ts'

const IDS = ['a.flow', 'b.flow', 'c.flow']

function frameOf(seq: number, t: number, rows: readonly Row[]): ReadingsFrame {
  const result = decodeReadings(bytesOf(seq, t, rows))
  if (!result.ok) throw new Error(result.detail)
  return result.frame
}

function makeStore(wireOrder: readonly string[] = IDS): { store: LiveStore; scheduler: FakeScheduler } {
  const scheduler = new FakeScheduler(START_MS)
  const store = new LiveStore(
    IDS.map((id) => makePoint(id)),
    { scheduler },
  )
  store.applySnapshot(snapshotOf(wireOrder), START_MS)
  return { store, scheduler }
}

function snapshotOf(points: readonly string[], overrides: Record<string, unknown> = {}) {
  return snapshotSchema.parse({
    parkId: 'bau-bang',
    epoch: 'run',
    seq: 1,
    time: new Date(START_MS).toISOString(),
    points,
    values: points.map(() => 1),
    timeOffsetsMs: points.map(() => -1000),
    qualities: points.map(() => 0),
    ...overrides,
  })
}

const T1 = START_MS + 1000

describe('live store', () => {
  it('takes the indices of frames from the order of the snapshot', () => {
    const { store } = makeStore(['c.flow', 'a.flow'])
    expect(store.applyFrame(frameOf(2, T1, [{ index: 0, value: 7 }]), T1)).toMatchObject({ applied: 1 })
    expect([...store.values]).toEqual([1, Number.NaN, 7])
    expect(store.sourceTimesMs[2]).toBe(T1)
    expect(store.indexOf('b.flow')).toBe(1)
    expect(store.indexOf('nobody.flow')).toBe(-1)
  })

  it('counts what it cannot take, by reason, and takes the rest of the frame', () => {
    const { store } = makeStore()
    const report = store.applyFrame(
      frameOf(2, T1, [
        { index: 3, value: 1 },
        { index: 4_000_000_000, value: 1 },
        { index: 0, value: 2, quality: QUALITIES.length },
        { index: 0, value: 3, offsetMs: 60_001 },
        { index: 0, value: 4, offsetMs: -8 * 86_400_000 },
        { index: 0, value: Number.NaN },
        { index: 0, value: Number.NEGATIVE_INFINITY, quality: QUALITY_BYTE.BadSensorFailure },
        { index: 0, value: 5, offsetMs: -9000 },
        { index: 1, value: 8 },
        { index: 1, value: 8 },
        { index: 2, value: Number.NaN, quality: QUALITY_BYTE.BadSensorFailure },
      ]),
      T1,
    )
    expect(report).toEqual({
      applied: 2,
      unknownIndex: 2,
      unknownQuality: 1,
      future: 1,
      past: 1,
      notANumber: 2,
      outOfOrder: 1,
      duplicate: 1,
      outOfOrderAt: 7,
      duplicateAt: 9,
    })
    expect([...store.values]).toEqual([1, 8, Number.NaN])
    expect(FRESHNESS[store.freshness[2] ?? 0]).toBe('bad')
    const log = store.rejections.snapshot()
    expect(log.find(({ reason }) => reason === 'unknown-index')).toMatchObject({
      count: 2,
      sample: 'frame 2: index 3, value 1, offset 0 ms, quality 0',
    })
    expect(log.find(({ reason }) => reason === 'out-of-order')?.sample).toContain('value 5, offset -9000 ms')
    expect(log.map(({ reason }) => reason)).toHaveLength(7)
  })

  it('takes a correction of the same source time, but not the same sample again', () => {
    const { store } = makeStore()
    store.applyFrame(frameOf(2, T1, [{ index: 0, value: 2 }]), T1)
    const again = frameOf(3, T1 + 1000, [
      { index: 0, value: 2, offsetMs: -1000 },
      { index: 0, value: 2, offsetMs: -1000, quality: QUALITY_BYTE.UncertainSensorCalibration },
    ])
    expect(store.applyFrame(again, T1 + 1000)).toMatchObject({ applied: 1, duplicate: 1 })
    expect(store.qualities[0]).toBe(QUALITY_BYTE.UncertainSensorCalibration)
  })

  it('does not let a sample from the future lock its point', () => {
    const { store } = makeStore()
    store.applyFrame(frameOf(2, T1, [{ index: 0, value: 2, offsetMs: 50_000 }]), T1)
    const next = frameOf(3, T1 + 1000, [{ index: 0, value: 3 }])
    expect(store.applyFrame(next, T1 + 1000)).toMatchObject({ applied: 1, outOfOrder: 0 })
    expect(store.values[0]).toBe(3)
  })

  it('refuses columns that do not fit together, whole', () => {
    const { store } = makeStore()
    const frame = { ...frameOf(2, T1, [{ index: 0, value: 2 }]), quality: new Uint8Array(0) }
    expect(store.applyFrame(frame, T1)).toMatchObject({ applied: 0 })
    expect(store.applySnapshot(snapshotOf(IDS, { values: [1] }), T1)).toBe(false)
    expect(store.values[0]).toBe(1)
    expect(store.rejections.snapshot().map(({ reason }) => reason)).toEqual(['frame-columns', 'snapshot-columns'])
  })

  it('counts points of a snapshot that the park does not have, and readings that cannot be', () => {
    const { store } = makeStore()
    const points = ['a.flow', 'x.flow', 'b.flow', 'c.flow']
    const taken = store.applySnapshot(
      snapshotOf(points, { values: [5, 5, null, 6], timeOffsetsMs: [0, 0, 0, 3_600_000] }),
      T1,
    )
    expect(taken).toBe(true)
    expect([...store.values]).toEqual([5, 1, 1])
    expect(store.rejections.snapshot()).toEqual([
      { reason: 'snapshot-reading', count: 2, sample: 'snapshot 1 of run' },
      { reason: 'unknown-point', count: 1, sample: 'x.flow' },
    ])
  })

  it('tells listeners once per animation frame, and only of points that changed', () => {
    const { store, scheduler } = makeStore()
    scheduler.advance(20)
    let all = 0
    let first = 0
    let second = 0
    const leave = store.subscribe(() => (all += 1))
    store.subscribePoint(0, () => (first += 1))
    store.subscribePoint(1, () => (second += 1))
    for (let i = 0; i < 5; i++) {
      store.applyFrame(frameOf(2 + i, T1 + i, [{ index: 0, value: i }]), T1)
    }
    expect([all, first, second]).toEqual([0, 0, 0])
    scheduler.advance(20)
    expect([all, first, second]).toEqual([1, 1, 0])
    store.applyFrame(frameOf(9, T1 + 9, [{ index: 9, value: 1 }]), T1)
    scheduler.advance(20)
    expect(all).toBe(1)
    leave()
    store.applyFrame(frameOf(10, T1 + 10, [{ index: 1, value: 1 }]), T1)
    scheduler.advance(20)
    expect([all, second]).toEqual([1, 1])
  })

  it('goes stale by itself, once for each change', () => {
    const { store } = makeStore()
    const before = store.version
    store.tick(START_MS + 5000)
    expect(store.version).toBe(before)
    store.tick(START_MS + 20_000)
    expect([...store.freshness]).toEqual([FRESHNESS_BYTE.stale, FRESHNESS_BYTE.stale, FRESHNESS_BYTE.stale])
    expect(store.version).toBe(before + 1)
    store.tick(START_MS + 21_000)
    expect(store.version).toBe(before + 1)
  })

  it('holds only finite values and known qualities, whatever frames bring', () => {
    const row = fc.record({
      index: fc.oneof(fc.nat(4), fc.constant(0xffffffff)),
      value: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
      offsetMs: fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -0x80000000, max: 0x7fffffff })),
      quality: fc.oneof(fc.nat(QUALITIES.length), fc.nat(255)),
    })
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 10 }), (frames) => {
        const { store } = makeStore()
        frames.forEach((rows, i) => {
          const t = T1 + 1000 * i
          const report = store.applyFrame(frameOf(2 + i, t, rows), t)
          // Every reading is counted once; the two places are no counts.
          const places = report.outOfOrderAt + report.duplicateAt
          expect(Object.values(report).reduce((sum, n) => sum + n, 0) - places).toBe(rows.length)
          for (let p = 0; p < store.size; p++) {
            expect(Number.isFinite(store.values[p]) || Number.isNaN(store.values[p])).toBe(true)
            const usable = (store.qualities[p] ?? 255) < QUALITY_BYTE.BadWaitingForInitialData
            expect(usable && Number.isNaN(store.values[p])).toBe(false)
            expect(store.qualities[p]).toBeLessThan(QUALITIES.length)
            expect(store.sourceTimesMs[p]).toBeLessThanOrEqual(t + 60_000)
          }
        })
      }),
    )
  })
})
