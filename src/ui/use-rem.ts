import { useSyncExternalStore } from 'react'

let known: number | null = null

function subscribe(changed: () => void): () => void {
  const look = (): void => {
    known = null
    changed()
  }
  // While nobody listened the window may have changed.
  known = null
  window.addEventListener('resize', look)
  return () => window.removeEventListener('resize', look)
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
