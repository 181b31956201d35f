import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCalm } from '../../src/features/wall/use-calm.ts'

let frames: FrameRequestCallback[] = []
const drawFrame = (): void =>
  act(() => {
    const due = frames
    frames = []
    for (const frame of due) frame(0)
    vi.advanceTimersByTime(1)
  })
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('takes the new value only after the frame that belongs to it was drawn, however long that takes', () => {
  const { result, rerender } = renderHook(({ scene }) => useCalm(scene, 1500), { initialProps: { scene: 'overview' } })
  rerender({ scene: 'energy' })
  pass(5000)
  expect(result.current).toBe('overview')
  drawFrame()
  expect(result.current).toBe('overview')
  drawFrame()
  expect(result.current).toBe('energy')
})

it('of a quick series takes the last one, when the pause is over', () => {
  const { result, rerender } = renderHook(({ scene }) => useCalm(scene, 1500), { initialProps: { scene: 'overview' } })
  rerender({ scene: 'energy' })
  pass(1)
  drawFrame()
  drawFrame()
  expect(result.current).toBe('energy')
  rerender({ scene: 'water' })
  pass(500)
  rerender({ scene: 'overview' })
  pass(500)
  drawFrame()
  drawFrame()
  expect(result.current).toBe('energy')
  pass(1000)
  drawFrame()
  drawFrame()
  expect(result.current).toBe('overview')
})
