import { type RefObject, useEffect } from 'react'

/**
 * Tells the style sheet how large a picture stood on screen. Paper is another size, and a canvas cannot be drawn anew
 * while the browser lays out a page: the picture is scaled as it is.
 */
export function useSizeForPrint(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const measure = (): void => {
      const { current } = element
      current?.style.setProperty('--screen-width', `${current.clientWidth}px`)
      current?.style.setProperty('--screen-height', `${current.clientHeight}px`)
    }
    window.addEventListener('beforeprint', measure)
    return () => window.removeEventListener('beforeprint', measure)
  }, [element])
}
