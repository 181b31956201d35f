import { useDeferredValue, type ReactNode } from 'react'

/**
 * What a page can do without in its first picture. It is drawn right after it, in slices that leave the page to whoever
 * presses a key. The place that it takes is its parent's.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
}
