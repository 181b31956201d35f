import { useSyncExternalStore } from 'react'

let known: number | null = null
const listeners = new Set<() => void>()
let isListening = false

function look(): void {
  known = null
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  if (!isListening) {
    // Until now nobody listened: the window may have changed since it was asked.
    known = null
    isListening = true
    // For good: where it came and went with a page, each page would ask the browser anew.
    window.addEventListener('resize', look)
  }
  return () => listeners.delete(changed)
}

function read(): number {
  // Asking the browser makes it finish all styles first, so it is asked once for each size of the window.
  known ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  return known
}

/** CSS pixels of one rem. It follows the size of the window, by which the type scale is chosen. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, read)
}
