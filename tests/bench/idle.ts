import type { Browser } from '@playwright/test'
import { pause } from './browser.ts'
import type { FeedMode } from './feed.ts'
import { mostInOneSecond, takeMapFrames } from './frame-counter.ts'
import { openLive } from './live-page.ts'
import type { LivePage } from './live-page.ts'
import type { Row } from './report.ts'

/** Time in which the values of a paused feed have become old. */
const AGEING_MS = 120_000

/**
 * Map frames over a stretch of time, counted at the GL calls: with the feed running, with values that repeat,
 * and with the feed paused. `live` needs a relay; the page stays open throughout.
 */
export async function benchIdle(browser: Browser, live: LivePage, floor: LivePage, seconds: number): Promise<Row[]> {
  const rows: Row[] = []
  const group = `map frames in ${seconds} s`
  const feed = live.feed?.feed
  const page = await openLive(browser, live, 8000)
  const countFor = async (ms: number) => {
    await takeMapFrames(page.page)
    await pause(ms)
    return takeMapFrames(page.page)
  }
  const countWith = async (mode: FeedMode) => {
    if (feed) feed.mode = mode
    // What the change of mode itself brings (the last frame under way, a fade) is not idling.
    await pause(3000)
    return countFor(seconds * 1000)
  }
  try {
    const own = await countWith('pass')
    const changing = await countWith('every-point')
    const repeated = await countWith('repeat')
    if (feed) feed.mode = 'silent'
    // Values grow old one period after the other, and the map says so: that is news, not idling.
    const ageing = await countFor(AGEING_MS)
    const silent = await countFor(seconds * 1000)
    const rowOf = (name: string, frames: readonly number[], target: number): Row => ({
      group,
      name,
      value: frames.length,
      unit: 'frames',
      target,
      note: `at most ${mostInOneSecond(frames)} within a second`,
    })
    rows.push(
      rowOf(`feed paused, ${AGEING_MS / 1000} s ago`, silent, 0),
      rowOf('values repeat each second', repeated, 0),
      rowOf("park's own rates", own, seconds),
      rowOf('every point changes each second', changing, seconds),
    )
    rows.push({
      group,
      name: 'marks of what grows old after the pause',
      value: ageing.length,
      unit: 'frames',
      note: `in the first ${AGEING_MS / 1000} s`,
    })
  } finally {
    await page.close()
  }
  const open = await openLive(browser, floor, 3000)
  await takeMapFrames(open.page)
  await pause(10_000)
  const frames = await takeMapFrames(open.page)
  await open.close()
  rows.push({ group, name: 'floor, per second', value: frames.length / 10, unit: 'frames' })
  return rows
}
