import { useEffect, useState, type RefObject } from 'react'

export interface Size {
  width: number
  height: number
  /** CSS pixels of one layout pixel: the root font grows with the screen. */
  scale: number
}

const NO_LAYOUT: Size = { width: 960, height: 320, scale: 1 }

/** Inner size of an element in CSS pixels, kept up to date; null until it was measured. */
export function useSize(ref: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    if (typeof ResizeObserver === 'undefined') {
      // Where nothing is laid out (tests) a drawing still has its parts.
      queueMicrotask(() => setSize(NO_LAYOUT))
      return undefined
    }
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      setSize((before) =>
        before?.width === width && before.height === height && before.scale === scale
          ? before
          : { width, height, scale },
      )
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
