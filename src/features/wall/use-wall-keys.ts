import { useEffect, useRef } from 'react'
import type { RotationHandle } from './use-rotation.ts'

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

/** Space holds, arrows and the keys of a presenter's remote step. */
export function useWallKeys(handle: RotationHandle): void {
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  }, [handle])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const by = STEPS[event.key]
      if (by !== undefined) latest.current.step(by)
      else if (event.key === ' ') latest.current.hold()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
