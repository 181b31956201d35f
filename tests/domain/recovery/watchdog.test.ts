import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBeyondRebuild, withLoss } from '../../../src/domain/recovery/map-losses.ts'
import { isQuietTime } from '../../../src/domain/recovery/quiet-hour.ts'
import {
  FROZEN_AFTER_MS,
  LOOK_MS,
  startWatch,
  stepWatch,
  type Watch,
  type WatchEvent,
  type WatchReport,
} from '../../../src/domain/recovery/watchdog.ts'

/** Plays looks every two seconds and beats at given times; answers the reports. */
function play(
  untilMs: number,
  beats: readonly { atMs: number; visible: boolean }[],
  asleep: [number, number] = [-1, -1],
) {
  let watch: Watch = startWatch(0)
  const reports: WatchReport[] = []
  const feed = (event: WatchEvent, nowMs: number): void => {
    const next = stepWatch(watch, event, nowMs)
    watch = next.watch
    if (next.report) reports.push(next.report)
  }
  for (let nowMs = 0; nowMs <= untilMs; nowMs += LOOK_MS) {
    if (nowMs > asleep[0] && nowMs < asleep[1]) continue
    for (const beat of beats) if (beat.atMs === nowMs) feed({ type: 'beat', visible: beat.visible }, nowMs)
    feed({ type: 'look' }, nowMs)
  }
  return reports
}

const beatsUntil = (endMs: number) =>
  Array.from({ length: endMs / 4000 + 1 }, (_, i) => ({ atMs: i * 4000, visible: true }))

describe('watchdog', () => {
  it('says once that a page froze, and how long when it answers again', () => {
    const reports = play(120_000, [...beatsUntil(20_000), { atMs: 100_000, visible: true }])
    expect(reports).toEqual([
      { kind: 'frozen', sinceMs: 20_000 },
      { kind: 'answered', frozenMs: 80_000 },
      // And it stops answering once more.
    ])
  })

  it('a page that beats, a hidden page and a sleeping machine are not frozen', () => {
    expect(play(200_000, beatsUntil(200_000))).toEqual([])
    expect(play(200_000, [{ atMs: 0, visible: false }])).toEqual([])
    expect(play(60_000, beatsUntil(60_000), [20_000, 50_000])).toEqual([])
  })

  it('reports freezes only, and each with its end', () => {
    const event = fc.oneof(
      fc.record({ type: fc.constant('beat' as const), visible: fc.boolean() }),
      fc.constant({ type: 'look' as const }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 40_000 })), { maxLength: 200 }), (script) => {
        let watch = startWatch(0)
        let nowMs = 0
        let open = false
        const broken: string[] = []
        for (const [said, pauseMs] of script) {
          nowMs += pauseMs
          const next = stepWatch(watch, said, nowMs)
          const begins = next.report?.kind === 'frozen'
          if (next.report && begins === open) broken.push('a begin without an end')
          if (next.report?.kind === 'frozen' && nowMs - next.report.sinceMs <= FROZEN_AFTER_MS) broken.push('too soon')
          if (next.report) open = begins
          watch = next.watch
        }
        expect(broken).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const at = (utc: string): number => Date.parse(`2026-11-20T${utc}Z`)

it('knows the quiet hour in the zone of the park, over midnight too', () => {
  const zone = 'Asia/Ho_Chi_Minh'
  // 03:40 in Vietnam is 20:40 of the day before in UTC.
  expect(isQuietTime(at('20:39:59'), zone, '03:40')).toBe(false)
  expect(isQuietTime(at('20:40:00'), zone, '03:40')).toBe(true)
  expect(isQuietTime(at('21:39:59'), zone, '03:40')).toBe(true)
  expect(isQuietTime(at('21:40:00'), zone, '03:40')).toBe(false)
  expect(isQuietTime(at('17:10:00'), zone, '23:30')).toBe(true)
  expect(isQuietTime(at('20:40:00'), zone, null)).toBe(false)
})

it('three losses of the graphics in ten minutes are too many, one a day is not', () => {
  const soon = withLoss(withLoss(withLoss([], 0), 60_000), 120_000)
  expect(isBeyondRebuild(soon)).toBe(true)
  expect(isBeyondRebuild(withLoss(withLoss(withLoss([], 0), 60_000), 86_400_000))).toBe(false)
})
