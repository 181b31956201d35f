import { useEffect } from 'react'

const REGION = '[data-region]'
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]'

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}

/** The first thing in a region that takes the focus and is not in a region inside it; otherwise the region itself. */
function enter(region: HTMLElement): void {
  const own = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.closest(REGION) === region && isShown(element),
  )
  const target = own.find((element) => element.getAttribute('aria-current') === 'page') ?? own[0] ?? region
  if (target === region) region.tabIndex = -1
  target.focus()
}

/** F6 walks the regions of the screen, Shift F6 walks back: strip, navigation, content, side column, data health. */
export function useRegions(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(isShown)
      if (regions.length === 0 || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      const at = regions.findIndex((region) => region === document.activeElement?.closest(REGION))
      const step = event.shiftKey ? -1 : 1
      const next = at < 0 ? (event.shiftKey ? regions.length - 1 : 0) : (at + step + regions.length) % regions.length
      const region = regions[next]
      if (region) enter(region)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
