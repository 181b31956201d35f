import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AlarmSounder, useAlarmSound } from '../../src/live/alarm-sound.ts'

/** A browser's sound that stays shut until somebody has touched the page. */
class FakeAudio extends EventTarget {
  static touched = false
  state = 'suspended'
  currentTime = 0
  played = 0

  async resume(): Promise<void> {
    if (!FakeAudio.touched || this.state === 'running') return
    this.state = 'running'
    this.dispatchEvent(new Event('statechange'))
  }

  async close(): Promise<void> {
    this.state = 'closed'
  }

  createOscillator() {
    this.played += 1
    return { frequency: { value: 0 }, connect: <T>(next: T) => next, start: () => undefined, stop: () => undefined }
  }

  createGain() {
    const gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }
    return { gain, connect: <T>(next: T) => next }
  }
}

const state = () => useAlarmSound.getState()

beforeEach(() => {
  vi.useFakeTimers()
  FakeAudio.touched = false
  vi.stubGlobal('AudioContext', FakeAudio)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  useAlarmSound.setState({ state: 'ready', playing: null })
})

it('says that sound is blocked for as long as the browser blocks it, and not a moment longer', async () => {
  const sounder = new AlarmSounder()
  sounder.play('P1')
  await vi.advanceTimersByTimeAsync(3000)
  expect(state()).toMatchObject({ state: 'blocked', playing: 'P1' })
  FakeAudio.touched = true
  sounder.unblock()
  await vi.advanceTimersByTimeAsync(0)
  expect(state().state).toBe('ready')
  sounder.close()
})

it('tries again with every turn: a policy may change without a touch', async () => {
  const sounder = new AlarmSounder()
  sounder.play('P2')
  await vi.advanceTimersByTimeAsync(0)
  expect(state().state).toBe('blocked')
  FakeAudio.touched = true
  await vi.advanceTimersByTimeAsync(3000)
  expect(state().state).toBe('ready')
  sounder.close()
})

it('says that there is none where the browser has none', () => {
  vi.stubGlobal('AudioContext', undefined)
  const sounder = new AlarmSounder()
  sounder.play('P1')
  expect(state().state).toBe('none')
  sounder.close()
})
