import { useEffect, useRef } from 'react'
import type { View } from '../../session/view.ts'

/** Where the document scrolls instead of its parts, as the style sheets have it. */
const DOCUMENT_SCROLLS = '(max-width: 767px), (max-width: 1023px) and (max-height: 479px)'

/** The alarms page opens its first alarm by itself, which is nobody's choice. */
function hasPicked(before: View, now: View): boolean {
  const selected = now.selection !== null && now.selection.id !== before.selection?.id
  const alarm = now.alarmId !== null && before.alarmId !== null && now.alarmId !== before.alarmId
  const item = now.item !== null && now.item !== before.item
  return selected || alarm || item
}

/**
 * On small screens details stand below what they were picked from, out of sight: what is picked is brought into view,
 * and another screen begins at its top.
 */
export function usePageScroll(view: View): void {
  const before = useRef(view)
  useEffect(() => {
    const was = before.current
    before.current = view
    if (was === view || !window.matchMedia?.(DOCUMENT_SCROLLS).matches) return
    if (was.screen !== view.screen) window.scrollTo({ top: 0 })
    else if (hasPicked(was, view)) {
      requestAnimationFrame(() => document.querySelector('main aside')?.scrollIntoView({ block: 'start' }))
    }
  }, [view])
}
