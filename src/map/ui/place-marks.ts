import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '../../contract/geojson.ts'
import { rootScale } from './root-scale.ts'

export interface CalloutBox {
  x: number
  y: number
  width: number
  height: number
}
export type CalloutSide = 'right' | 'left' | 'none'

/** Half a mark with the gap to its callout, half a mark, and how far a callout rises above it; at 16 px a rem. */
const GAP_PX = 26
const HALF_PX = 16
const RISE_PX = 20

const meet = (a: Rect, b: Rect): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Chooses a side for each callout in the order given, the most urgent first: right, else left, else only
 * the mark. `scale` is that of the layout. A callout covers no other mark and no callout placed before it.
 */
export function placeCallouts(boxes: readonly CalloutBox[], width: number, scale = 1): CalloutSide[] {
  const gap = GAP_PX * scale
  const half = HALF_PX * scale
  const marks = boxes.map(({ x, y }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }))
  const taken: Rect[] = []
  return boxes.map((box, index) => {
    const top = box.y - RISE_PX * scale
    const bottom = top + box.height
    const options = [
      { side: 'right' as const, left: box.x + gap, right: box.x + gap + box.width, top, bottom },
      { side: 'left' as const, left: box.x - gap - box.width, right: box.x - gap, top, bottom },
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
  const sides = placeCallouts(boxes, width, rootScale())
  for (const [index, { element }] of urgent.entries()) element.dataset['side'] = sides[index] ?? 'none'
}
