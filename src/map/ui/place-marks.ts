import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '../../contract/geojson.ts'

export interface CalloutBox {
  x: number
  y: number
  width: number
  height: number
}
export type CalloutSide = 'right' | 'left' | 'none'

/** Half a mark, and the gap to its callout. */
const MARK_PX = 26

const meet = (a: Rect, b: Rect): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Chooses a side for each callout in the order given, the most urgent first: right, else left, else only
 * the mark. A callout covers no other mark and no callout placed before it.
 */
export function placeCallouts(boxes: readonly CalloutBox[], width: number): CalloutSide[] {
  const marks = boxes.map(({ x, y }) => ({ left: x - 16, right: x + 16, top: y - 16, bottom: y + 16 }))
  const taken: Rect[] = []
  return boxes.map((box, index) => {
    const top = box.y - 20
    const bottom = top + box.height
    const options = [
      { side: 'right' as const, left: box.x + MARK_PX, right: box.x + MARK_PX + box.width, top, bottom },
      { side: 'left' as const, left: box.x - MARK_PX - box.width, right: box.x - MARK_PX, top, bottom },
    ]
    const others = marks.filter((_, other) => other !== index)
    const free = options.find(
      (rect) => rect.left > 0 && rect.right < width && ![...others, ...taken].some((other) => meet(rect, other)),
    )
    if (!free) return 'none'
    taken.push(free)
    return free.side
  })
}

/** Moves the marks to their places and turns their callouts aside; called with every frame of a pan. */
export function followMarks(map: MapLibreMap, layer: HTMLElement, places: ReadonlyMap<string, Position>): void {
  const width = layer.clientWidth
  const height = layer.clientHeight
  const shown: { element: HTMLElement; x: number; y: number }[] = []
  for (const element of layer.querySelectorAll<HTMLElement>('[data-mark]')) {
    const place = places.get(element.dataset['mark'] ?? '')
    const at = place ? map.project([place[0], place[1]]) : null
    const visible = at !== null && at.x > -30 && at.y > -30 && at.x < width + 30 && at.y < height + 30
    element.hidden = !visible
    if (!visible) continue
    element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`
    shown.push({ element, x: at.x, y: at.y })
  }
  // The last in the document is the most urgent: it lies on top and chooses first.
  const urgent = shown.toReversed()
  const boxes = urgent.map(({ element, x, y }) => {
    const callout = element.querySelector<HTMLElement>('[data-callout]')
    const size = callout
      ? { width: callout.offsetWidth || 200, height: callout.offsetHeight || 40 }
      : { width: 0, height: 0 }
    return { x, y, ...size }
  })
  const sides = placeCallouts(boxes, width)
  for (const [index, { element }] of urgent.entries()) element.dataset['side'] = sides[index] ?? 'none'
}
