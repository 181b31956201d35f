import { useEffect } from 'react'
import type { PlayerEvent } from '../../domain/tours/player.ts'

/** Keys of a presenter's remote and of a keyboard. Remotes send Page Up, Page Down and b (or a full stop). */
const KEYS: Readonly<Record<string, PlayerEvent>> = {
  PageDown: { type: 'next' },
  ArrowRight: { type: 'next' },
  PageUp: { type: 'previous' },
  ArrowLeft: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
  b: { type: 'dark' },
  B: { type: 'dark' },
  '.': { type: 'dark' },
}

const isOnBar = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-tour-bar]') !== null
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
/** A button that the keyboard stands on keeps Space and Enter for itself; one that a pointer clicked does not. */
const isOnButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('button:focus-visible, a:focus-visible')

/** Answers the remote and the keyboard, and pauses when somebody touches the screen behind the bar. */
export function useRemote(send: (event: PlayerEvent) => void, leave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
      const asked = KEYS[event.key]
      if (event.key === 'Escape') {
        if (document.querySelector('[role="dialog"]')) return
        event.preventDefault()
        leave()
      } else if (asked) {
        event.preventDefault()
        event.stopPropagation()
        send(asked)
      } else if (event.key === ' ') {
        if (isOnButton(event.target)) return
        event.preventDefault()
        send({ type: 'toggle' })
      } else if (!isOnBar(event.target) && event.key !== 'Shift') send({ type: 'touch' })
    }
    const onTouch = (event: Event): void => {
      if (!isOnBar(event.target)) send({ type: 'touch' })
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('pointerdown', onTouch, true)
    window.addEventListener('wheel', onTouch, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('pointerdown', onTouch, true)
      window.removeEventListener('wheel', onTouch, true)
    }
  }, [send, leave])
}
