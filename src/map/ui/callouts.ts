/** A mark with the size of its callout, in pixels of the map. */
export interface CalloutBox {
  x: number
  y: number
  width: number
  height: number
}

/** Something that a callout should not cover, and how much it matters: 1 is a name on the map. */
export interface Obstacle {
  left: number
  top: number
  right: number
  bottom: number
  weight: number
}

/** Top left corner of a callout, counted from its mark. */
export interface CalloutPlace {
  x: number
  y: number
}

export interface CalloutField {
  width: number
  height: number
  /** Of the layout: 1 where a rem has 16 pixels. */
  scale: number
  obstacles: readonly Obstacle[]
}

type Rect = Omit<Obstacle, 'weight'>

/** Half a mark with the gap to its callout, and half a mark with its brackets; at 16 px a rem. */
const GAP_PX = 22
const HALF_PX = 17
/** How far callouts may step aside from the height of their mark. */
const STEPS_PX = [0, 36, 84, 148, 220] as const
/** What a step aside costs, as a share of the callout that would be covered: no far place for a corner of a name. */
const COST_PER_PX = 0.0025

const sharedArea = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** Places to try: beside the mark, then ever further above and below it, at the right, at the left and in the middle. */
function placesOf({ width, height }: CalloutBox, scale: number): { place: CalloutPlace; cost: number }[] {
  const gap = GAP_PX * scale
  return STEPS_PX.flatMap((step, at) => {
    const shift = step * scale
    const rows = at === 0 ? [-height / 2] : [-height / 2 - shift, -height / 2 + shift]
    return rows.flatMap((y) => {
      const isClear = Math.abs(y + height / 2) >= HALF_PX * scale + height / 2
      const columns = [gap, -gap - width, ...(isClear ? [-width / 2] : [])]
      return columns.map((x, column) => ({ place: { x, y }, cost: step * COST_PER_PX + column * 0.01 }))
    })
  })
}

/**
 * Chooses a place for each callout in the order given, the most urgent first: the one that covers least of what
 * matters, near places before far ones. It covers no other mark and no callout placed before it; where that cannot be,
 * only the mark shows (null).
 */
export function placeCallouts(boxes: readonly CalloutBox[], field: CalloutField): (CalloutPlace | null)[] {
  const half = HALF_PX * field.scale
  const marks = boxes.map(({ x, y }) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }))
  const taken: Rect[] = []
  return boxes.map((box, index) => {
    const area = Math.max(1, box.width * box.height)
    let best: { place: CalloutPlace; rect: Rect; cost: number } | null = null
    for (const { place, cost } of placesOf(box, field.scale)) {
      if (best !== null && cost >= best.cost) continue
      const left = box.x + place.x
      const top = box.y + place.y
      const rect = { left, top, right: left + box.width, bottom: top + box.height }
      const isInside = left > 0 && top > 0 && rect.right < field.width && rect.bottom < field.height
      const isFree = (other: Rect): boolean => sharedArea(rect, other) === 0
      if (!isInside || !taken.every(isFree) || !marks.every((mark, at) => at === index || isFree(mark))) continue
      const covered = field.obstacles.reduce((sum, one) => sum + one.weight * sharedArea(rect, one), 0) / area
      if (best === null || cost + covered < best.cost) best = { place, rect, cost: cost + covered }
    }
    if (best === null) return null
    taken.push(best.rect)
    return best.place
  })
}

/** Line from a mark to a callout that had to step aside: where it begins, its length and its angle; null when it touches. */
export function leaderOf(
  place: CalloutPlace,
  { width, height }: Pick<CalloutBox, 'width' | 'height'>,
  scale: number,
): { from: number; length: number; angle: number } | null {
  const x = Math.max(place.x, Math.min(0, place.x + width))
  const y = Math.max(place.y, Math.min(0, place.y + height))
  const distance = Math.hypot(x, y)
  const from = HALF_PX * scale
  const length = distance - from
  return length < 8 * scale ? null : { from, length, angle: Math.atan2(y, x) }
}
