import { describe, expect, it } from 'vitest'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { snapshotSchema } from '../../src/contract/readings.ts'
import { decodeReadings } from '../../src/contract/readings-frame.ts'
import { dataProblems } from '../../src/live/data-problems.ts'
import { LiveStore } from '../../src/live/live-store.ts'
import { StillWatch } from '../../src/live/still-watch.ts'
import { FakeScheduler } from './fake-scheduler.ts'
import { type Row, START_MS, bytesOf, makePoint } from './fake-server.ts'

const IDS = ['moves.flow', 'still.flow', 'rests.flow', 'beyond.flow', 'silent.flow', 'declared.flow', 'waits.flow']
const MINUTE_MS = 60_000

/** A park of some meters in which each does one thing wrong, or nothing. */
function park() {
  const store = new LiveStore(
    IDS.map((id) => Object.assign(makePoint(id), { periodMs: MINUTE_MS, range: [0, 100] })),
    { scheduler: new FakeScheduler(START_MS) },
  )
  const watch = new StillWatch(store)
  store.applySnapshot(
    snapshotSchema.parse({
      parkId: 'bau-bang',
      epoch: 'run',
      seq: 1,
      time: new Date(START_MS).toISOString(),
      points: IDS,
      values: [1, 5, 0, 1, 1, 1, null],
      timeOffsetsMs: IDS.map(() => 0),
      qualities: IDS.map((id) => (id === 'waits.flow' ? QUALITY_BYTE.BadWaitingForInitialData : QUALITY_BYTE.Good)),
    }),
    START_MS,
  )
  watch.look()
  let nowMs = START_MS
  const run = (minutes: number): void => {
    for (let k = 0; k < minutes; k++) {
      nowMs += MINUTE_MS
      const rows: Row[] = [
        { index: 0, value: 1 + (k % 7) },
        { index: 1, value: 5 },
        { index: 2, value: 0 },
        { index: 3, value: 101 + (k % 2) },
        { index: 5, value: 1, quality: QUALITY_BYTE.UncertainLastUsableValue },
      ]
      const decoded = decodeReadings(bytesOf(k + 2, nowMs, rows))
      if (decoded.ok) store.applyFrame(decoded.frame, nowMs)
      store.tick(nowMs)
      watch.look()
    }
  }
  const kinds = (): Record<string, string> =>
    Object.fromEntries(
      dataProblems({ store, watch, assetKindOf: () => 'water-meter', nowMs }).map(({ pointId, kind }) => [
        pointId,
        kind,
      ]),
    )
  return { run, kinds, problems: () => dataProblems({ store, watch, assetKindOf: () => 'water-meter', nowMs }) }
}

describe('what is wrong with points', () => {
  it('names late, then stale; out of range; stuck by its own word; waiting', () => {
    const { run, kinds } = park()
    run(2)
    expect(kinds()).toEqual({
      'beyond.flow': 'out-of-range',
      'declared.flow': 'stuck',
      'silent.flow': 'late',
      'waits.flow': 'waiting',
    })
    run(2)
    expect(kinds()['silent.flow']).toBe('stale')
  })

  it('finds what sends the same number for half an hour, and not what rests at zero', () => {
    const { run, kinds, problems } = park()
    run(30)
    expect(kinds()['still.flow']).toBeUndefined()
    run(2)
    expect(kinds()['still.flow']).toBe('stuck')
    expect(kinds()['rests.flow']).toBeUndefined()
    expect(kinds()['moves.flow']).toBeUndefined()
    expect(problems().find(({ pointId }) => pointId === 'still.flow')?.sinceMs).toBe(START_MS)
  })

  it('puts the worst first', () => {
    const { run, problems } = park()
    run(32)
    const kinds = problems().map(({ kind }) => kind)
    expect(kinds).toEqual(['no-communication', 'stuck', 'stuck', 'out-of-range', 'waiting'])
  })
})
