import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followSize } from '../../src/map/follow-size.ts'

let notice: () => void = () => undefined
let watched = 0

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        notice = callback
      }
      observe(): void {
        watched += 1
      }
      disconnect(): void {
        watched -= 1
      }
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function makeMap(width: number, height: number) {
  const container = document.createElement('div')
  const setSize = (w: number, h: number): void => {
    Object.defineProperties(container, {
      clientWidth: { value: w, configurable: true },
      clientHeight: { value: h, configurable: true },
    })
    notice()
  }
  setSize(width, height)
  const sizes: string[] = []
  const map = {
    resize: () => sizes.push(`${container.clientWidth}×${container.clientHeight}`),
    redraw: () => sizes.push('drawn'),
  }
  const stop = followSize(map, container)
  notice()
  return { setSize, sizes, stop }
}

it('draws a container of another size at once, and one that is pulled at in steps, up to its last size', () => {
  const { setSize, sizes, stop } = makeMap(800, 600)
  expect(sizes).toEqual([])
  setSize(810, 600)
  setSize(820, 600)
  setSize(830, 600)
  expect(sizes).toEqual(['810×600', 'drawn'])
  vi.advanceTimersByTime(200)
  expect(sizes).toEqual(['810×600', 'drawn', '830×600', 'drawn'])
  stop()
  expect(watched).toBe(0)
})

it('leaves the picture of a hidden container as it is, also when it comes back in the same size', () => {
  const { setSize, sizes } = makeMap(800, 600)
  setSize(0, 0)
  vi.advanceTimersByTime(200)
  setSize(800, 600)
  expect(sizes).toEqual([])
  setSize(0, 0)
  setSize(900, 600)
  expect(sizes).toEqual(['900×600', 'drawn'])
})

it('opens to the size of a container that was hidden when the map was made', () => {
  const { setSize, sizes } = makeMap(0, 0)
  setSize(800, 600)
  expect(sizes).toEqual(['800×600', 'drawn'])
})
