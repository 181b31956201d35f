import type { Projection } from '../geo.ts'
import type { Position } from '../../contract/geojson.ts'
import type { MapBox, WallMap } from '../map-types.ts'
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

/** What marks on a wall have to know: their size and what they must keep clear of. */
export interface MarkRoom {
  /** Half a mark, and from its middle to its callout. */
  half: number
  gap: number
  rise: number
  taken: readonly Rect[]
}

const deskRoom = (scale: number): MarkRoom => ({
  half: HALF_PX * scale,
  gap: GAP_PX * scale,
  rise: RISE_PX * scale,
  taken: [],
})

const rectOf = ({ x, y, width, height }: MapBox): Rect => ({ left: x, top: y, right: x + width, bottom: y + height })

/** Room of marks on a wall. */
export function wallRoom({ markPx, textPx, seams, taken, legend }: WallMap): MarkRoom {
  const half = markPx * 0.7
  const all = [...seams, ...taken, ...(legend ? [legend] : [])]
  return { half, gap: half + textPx * 0.15, rise: textPx * 0.65, taken: all.map(rectOf) }
}

/** Moves a mark out of the legend by the shorter way, up or to the right: below and to the left the map ends. */
export function besideLegend(
  legend: MapBox | null,
  half: number,
  { x, y }: { x: number; y: number },
): { x: number; y: number } {
  if (legend === null) return { x, y }
  const { left, top, right, bottom } = rectOf(legend)
  if (x + half <= left || x - half >= right || y + half <= top || y - half >= bottom) return { x, y }
  return y + half - top < right - (x - half) ? { x, y: top - half } : { x: right + half, y }
}

/** Moves a mark aside by the shortest way where it would stand on a seam. */
export function clearOf(
  seams: readonly MapBox[],
  half: number,
  at: { x: number; y: number },
): { x: number; y: number } {
  let { x, y } = at
  for (const seam of seams) {
    const { left, top, right, bottom } = rectOf(seam)
    if (x + half <= left || x - half >= right || y + half <= top || y - half >= bottom) continue
    if (seam.height > seam.width) x = x < (left + right) / 2 ? left - half : right + half
    else y = y < (top + bottom) / 2 ? top - half : bottom + half
  }
  return { x, y }
}

/**
 * Chooses a side for each callout in the order given, the most urgent first: right, else left, else only
 * the mark. `scale` is that of the layout. A callout covers no other mark and no callout placed before it.
 */
export function placeCallouts(
  boxes: readonly CalloutBox[],
  width: number,
  scale = 1,
  room: MarkRoom = deskRoom(scale),
): CalloutSide[] {
  const { gap, half } = room
  const marks = boxes.map(({ x, y }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }))
  const taken: Rect[] = [...room.taken]
  return boxes.map((box, index) => {
    const top = box.y - room.rise
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
export function followMarks(
  map: Projection,
  layer: HTMLElement,
  places: ReadonlyMap<string, Position>,
  wall?: WallMap,
): void {
  const room = wall ? wallRoom(wall) : deskRoom(rootScale())
  const width = layer.clientWidth
  const height = layer.clientHeight
  const shown: { element: HTMLElement; x: number; y: number }[] = []
  for (const element of layer.querySelectorAll<HTMLElement>('[data-mark]')) {
    const place = places.get(element.dataset['mark'] ?? '')
    const projected = place ? map.project([place[0], place[1]]) : null
    const at =
      projected && wall ? clearOf(wall.seams, room.half, besideLegend(wall.legend, room.half, projected)) : projected
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
  const sides = placeCallouts(boxes, width, 1, room)
  for (const [index, { element }] of urgent.entries()) element.dataset['side'] = sides[index] ?? 'none'
}
