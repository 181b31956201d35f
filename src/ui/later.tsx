import { useDeferredValue, type ReactNode } from 'react'

/**
 * What a page can do without in its first picture. It is drawn right after it, in slices that leave the page to whoever
 * presses a key. The place that it takes is its parent's, or that of `meanwhile`.
 */
export function Later({ children, meanwhile = null }: { children: ReactNode; meanwhile?: ReactNode }) {
  return useDeferredValue(true, false) ? children : meanwhile
}
