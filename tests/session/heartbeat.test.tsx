import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BEAT_MS, type WatchReport } from '../../src/domain/recovery/watchdog.ts'
import { startHeartbeat } from '../../src/session/heartbeat.ts'
import { useRecovery } from '../../src/session/recovery-store.ts'

const workers: StandInWorker[] = []

/** Stands in for the watchdog's worker: keeps what the page says to it, and says what the test wants. */
class StandInWorker extends EventTarget {
  readonly beats: unknown[] = []
  constructor() {
    super()
    workers.push(this)
  }

  postMessage(message: unknown): void {
    this.beats.push(message)
  }

  report(data: WatchReport): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  vi.stubGlobal('Worker', StandInWorker)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  useRecovery.setState({ wishes: [], frozenMs: 0 })
  workers.length = 0
})

it('a page beats only when a frame was drawn, and asks for a new page once it has been frozen', () => {
  const frames: FrameRequestCallback[] = []
  vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => frames.push(call))
  startHeartbeat()
  const [worker] = workers
  vi.advanceTimersByTime(3 * BEAT_MS)
  expect(worker?.beats).toEqual([])
  for (const frame of frames.splice(0)) frame(0)
  expect(worker?.beats.at(-1)).toEqual({ visible: true })

  worker?.report({ kind: 'frozen', sinceMs: 0 })
  expect(useRecovery.getState().wishes).toEqual([])
  worker?.report({ kind: 'answered', frozenMs: 34_000 })
  expect(useRecovery.getState()).toMatchObject({ wishes: ['frozen'], frozenMs: 34_000 })
})
