import { expect, it } from 'vitest'
import { FrameGate } from '../../src/map/overlay/frame-gate.ts'

/** A window whose frames come when the test says so. */
function stand() {
  let asked = new Map<number, (timeMs: number) => void>()
  let lastId = 0
  const source = {
    requestAnimationFrame: (callback: (timeMs: number) => void) => {
      lastId += 1
      asked.set(lastId, callback)
      return lastId
    },
    cancelAnimationFrame: (id: number) => void asked.delete(id),
  }
  const state = { busy: false, drawn: 0 }
  const gate = new FrameGate(() => state.busy, source)
  const loop = (): void => {
    state.drawn += 1
    gate.requestAnimationFrame(loop)
  }
  const pass = (frames: number): number => {
    const before = state.drawn
    for (let frame = 0; frame < frames; frame += 1) {
      const due = [...asked.values()]
      asked = new Map()
      for (const callback of due) callback(frame * 16)
    }
    return state.drawn - before
  }
  return { gate, state, loop, pass, asked: () => asked.size }
}

it('lets a few frames through at the start and after each change, then none', () => {
  const { gate, loop, pass, asked } = stand()
  gate.requestAnimationFrame(loop)
  expect(pass(100)).toBe(3)
  expect(asked()).toBe(0)
  gate.wake()
  expect(pass(100)).toBe(3)
})

it('keeps frames coming while something loads', () => {
  const { gate, state, loop, pass } = stand()
  state.busy = true
  gate.requestAnimationFrame(loop)
  expect(pass(50)).toBe(50)
  state.busy = false
  expect(pass(50)).toBeLessThanOrEqual(1)
})

it('draws once a frame however often it is woken', () => {
  const { gate, loop, pass } = stand()
  gate.requestAnimationFrame(loop)
  gate.wake()
  gate.wake()
  expect(pass(1)).toBe(1)
})

it('gives nothing to who has cancelled, and works again when asked anew', () => {
  const { gate, loop, pass, asked } = stand()
  const id = gate.requestAnimationFrame(loop)
  gate.cancelAnimationFrame(id)
  expect(asked()).toBe(0)
  gate.wake()
  expect(pass(5)).toBe(0)
  gate.requestAnimationFrame(loop)
  expect(pass(5)).toBe(3)
})
