import type { Tour, TourStep } from '../../contract/tours.ts'

/** An id that no step of the tour has: the name of the screen, with a number from the second on. */
function freeId(tour: Tour, screen: string): string {
  const taken = new Set(tour.steps.map(({ id }) => id))
  if (!taken.has(screen)) return screen
  let number = 2
  while (taken.has(`${screen}-${number}`)) number++
  return `${screen}-${number}`
}

/**
 * A tour with one step more, after `after`, at the end without it. The step gets an id that is free. Unit: none. Never
 * fails. Source: product.md 13.
 */
export function addStep(tour: Tour, step: TourStep, after: number | null = null): Tour {
  const at = after === null ? tour.steps.length : after + 1
  return { ...tour, steps: tour.steps.toSpliced(at, 0, { ...step, id: freeId(tour, step.screen) }) }
}

/** A tour with a step changed; a step that is not there changes nothing. Unit: none. Never fails. */
export function changeStep(tour: Tour, at: number, change: Partial<TourStep>): Tour {
  return { ...tour, steps: tour.steps.map((step, k) => (k === at ? { ...step, ...change } : step)) }
}

/** A tour without a step. Unit: none. Never fails. */
export function removeStep(tour: Tour, at: number): Tour {
  return { ...tour, steps: tour.steps.filter((_, k) => k !== at) }
}

/** A tour with a step one place further up (-1) or down (1); past the ends nothing moves. Unit: none. Never fails. */
export function moveStep(tour: Tour, at: number, by: -1 | 1): Tour {
  const step = tour.steps[at]
  const to = at + by
  if (!step || to < 0 || to >= tour.steps.length) return tour
  return { ...tour, steps: tour.steps.toSpliced(at, 1).toSpliced(to, 0, step) }
}
