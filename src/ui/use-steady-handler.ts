import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * The newest version of a handler behind one that never changes: what is drawn once need not be drawn again for it.
 * For events only, never while drawing.
 */
export function useSteadyHandler<Args extends readonly unknown[]>(
  handler: (...args: Args) => void,
): (...args: Args) => void {
  const newest = useRef(handler)
  useLayoutEffect(() => {
    newest.current = handler
  })
  return useCallback((...args: Args) => newest.current(...args), [])
}
