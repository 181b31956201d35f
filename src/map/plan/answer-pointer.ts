import type { RefObject } from 'react'
import type { ParkMapProps } from '../map-types.ts'
import { type UiState, isPlanned } from '../ui/ui-state.ts'
import type { ParkPlan } from './park-plan.ts'

/** A pointer that went further than this has moved the plan, not pressed it. */
const DRAG_PX = 4
/** Turn of a wheel for one step of zoom, pixels. */
const STEP_PX = 300
/** Heights of a line and of a page of wheels that count in those. */
const UNIT_PX = [1, 16, 400] as const

export interface PlanHands {
  latest: RefObject<ParkMapProps>
  ui: UiState
}

/** Lets a plan answer to pointer and wheel while it stands in for the map; the answer ends it. */
export function answerPointer(element: HTMLElement, plan: ParkPlan, { latest, ui }: PlanHands): () => void {
  const ends = new AbortController()
  /** Where a pressed pointer was last, and how far it has gone. */
  let pressed: { x: number; y: number; way: number } | null = null
  let dragged = false

  const listen = <E extends keyof HTMLElementEventMap>(
    name: E,
    answer: (event: HTMLElementEventMap[E], place: { x: number; y: number }) => void,
  ): void => {
    const onEvent = (event: HTMLElementEventMap[E]): void => {
      if (!isPlanned(ui.read().state) || plan.view === null || !(event instanceof MouseEvent)) return
      const { left, top } = element.getBoundingClientRect()
      answer(event, { x: event.clientX - left, y: event.clientY - top })
    }
    element.addEventListener(name, onEvent, { signal: ends.signal, passive: false })
  }

  listen('pointerdown', (_, { x, y }) => {
    pressed = { x, y, way: 0 }
    dragged = false
  })
  listen('pointermove', (event, { x, y }) => {
    if (!pressed || event.buttons === 0) return
    const [dx, dy] = [x - pressed.x, y - pressed.y]
    pressed = { x, y, way: pressed.way + Math.hypot(dx, dy) }
    dragged ||= pressed.way > DRAG_PX
    if (dragged) plan.moveBy(dx, dy)
  })
  // A tap moves the mouse as well: its tooltip comes with it.
  listen('mousemove', (_, { x, y }) => {
    if (pressed) return
    const target = plan.pick(x, y)
    if (target || ui.read().hover) ui.set({ hover: target ? { target, x, y } : null })
  })
  listen('pointerup', () => {
    pressed = null
  })
  listen('click', (_, { x, y }) => {
    if (!dragged) latest.current.onSelect(plan.pick(x, y))
  })
  listen('wheel', (event, place) => {
    event.preventDefault()
    plan.zoomBy((-event.deltaY * (UNIT_PX[event.deltaMode] ?? 1)) / STEP_PX, place)
  })
  listen('pointerleave', () => {
    pressed = null
    if (ui.read().hover) ui.set({ hover: null })
  })
  return () => ends.abort()
}
