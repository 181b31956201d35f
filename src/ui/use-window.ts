import { type RefObject, useEffect, useMemo, useState } from 'react'

/** Rows that are kept beyond what is in view, on each side. */
const SPARE = 4

export interface RowWindow {
  /** Height of all rows, CSS pixels. */
  total: number
  /** Rows to draw, with their places. */
  rows: readonly { index: number; start: number; size: number }[]
  /** Brings a row into view. */
  reveal: (index: number) => void
}

/**
 * The rows of a long list that are in view: only they are in the page. Sizes are known beforehand, which is what keeps
 * a hundred thousand of them cheap.
 *
 * @param sizes height of each row, CSS pixels; the same array as long as nothing changed
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, sizes: readonly number[]): RowWindow {
  // Half a screenful first: the rest comes when the size is known, as a task of its own.
  const [view, setView] = useState(() => ({ top: 0, height: Math.max(400, window.innerHeight / 2) }))
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = (): void => {
      const { scrollTop: top, clientHeight } = element
      // A page without a layout has no heights: a screenful is a good guess.
      const height = clientHeight || 800
      setView((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    // The observer tells the first size too, when the page has been laid out; to ask now would lay it out once more.
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
    if (observer) observer.observe(element)
    else look()
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer?.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  const starts = useMemo(() => {
    const places = new Float64Array(sizes.length + 1)
    for (const [index, size] of sizes.entries()) places[index + 1] = (places[index] ?? 0) + size
    return places
  }, [sizes])
  const total = starts[sizes.length] ?? 0
  const rows = useMemo(() => {
    const first = Math.max(0, rowAt(starts, view.top) - SPARE)
    const last = Math.min(sizes.length - 1, rowAt(starts, view.top + view.height) + SPARE)
    const found: { index: number; start: number; size: number }[] = []
    for (let index = first; index <= last; index++) {
      found.push({ index, start: starts[index] ?? 0, size: sizes[index] ?? 0 })
    }
    return found
  }, [starts, sizes, view])
  const reveal = (index: number): void => {
    const element = scroller.current
    const start = starts[index]
    const end = starts[index + 1]
    if (!element || start === undefined || end === undefined) return
    if (start < element.scrollTop) element.scrollTo({ top: start })
    else if (end > element.scrollTop + element.clientHeight) element.scrollTo({ top: end - element.clientHeight })
  }
  return { total, rows, reveal }
}

/** Row at a height, by halving. */
function rowAt(starts: Float64Array, top: number): number {
  let low = 0
  let high = Math.max(0, starts.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= top) low = middle
    else high = middle - 1
  }
  return low
}
