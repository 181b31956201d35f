import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { splitName } from '../lib/split-name.ts'
import styles from './long-name.module.css'

interface Place {
  left: number
  top: number
}

/** What can have the focus around a name: its button, its link, its row. */
const OWNER = 'button, a[href], [tabindex]'

/** Under the name, and never beyond the right edge. */
function placeUnder(box: DOMRect): Place {
  return { left: Math.max(0, Math.min(box.left, window.innerWidth - 320)), top: box.bottom }
}

/**
 * A name in the room that there is: too long, it is cut in the middle, since many begin alike, and shown whole while
 * the pointer, a finger or the focus is on it. Its text is whole for readers of the page.
 */
export function LongName({ text }: { text: string }) {
  const ref = useRef<HTMLSpanElement>(null)
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const { head, tail } = useMemo(() => splitName(text), [text])
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const owner = element.closest<HTMLElement>(OWNER)
    const show = (): void => {
      const seen = element.querySelector('[data-head]')
      const isCut = seen !== null && seen.scrollWidth > seen.clientWidth
      setPlace(isCut ? placeUnder(element.getBoundingClientRect()) : null)
    }
    const hide = (): void => setPlace(null)
    element.addEventListener('pointerenter', show)
    element.addEventListener('pointerleave', hide)
    owner?.addEventListener('focus', show)
    owner?.addEventListener('blur', hide)
    // What scrolls takes the name with it, but not what hangs under it.
    window.addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      element.removeEventListener('pointerenter', show)
      element.removeEventListener('pointerleave', hide)
      owner?.removeEventListener('focus', show)
      owner?.removeEventListener('blur', hide)
      window.removeEventListener('scroll', hide, { capture: true })
    }
  }, [])
  return (
    <span ref={ref} className={styles.name} aria-describedby={place ? id : undefined}>
      <bdi className="visually-hidden">{text}</bdi>
      <span className={styles.head} data-head={head} aria-hidden="true" />
      {tail === '' ? null : <span className={styles.tail} data-tail={tail} aria-hidden="true" />}
      {place
        ? createPortal(
            <span id={id} role="tooltip" className={styles.tip} style={place} dir="auto">
              {text}
            </span>,
            document.body,
          )
        : null}
    </span>
  )
}
