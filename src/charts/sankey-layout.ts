/** One flow into or out of the middle. */
export interface SankeyItem {
  id: string
  label: string
  /** In the unit of the balance; a negative one has no width. */
  value: number
  /** Measured flow, modelled loss, or what stays unexplained. */
  look: 'supply' | 'use' | 'loss' | 'unaccounted'
}

export interface SankeyBox {
  width: number
  height: number
  /** Where sources end, where the middle stands, and where uses begin. */
  sourceX: number
  middleX: number
  useX: number
  /** Least distance of two labels. */
  rowHeight: number
  /** Pixels for one unit where drawings share a scale; otherwise the largest that fits. */
  shared?: number | undefined
}

export interface PlacedItem extends SankeyItem {
  /** Bar at the item's end. */
  y: number
  h: number
  /** Top of its part of the middle. */
  middleY: number
  /** Middle of its label. */
  labelY: number
}

export interface SankeyLayout {
  sources: readonly PlacedItem[]
  uses: readonly PlacedItem[]
  middleY: number
  middleH: number
  /** Pixels for one unit. */
  scale: number
}

const GAP = 6
const LEAST = 1.5
/** Stands for a total of zero. */
const NOTHING = 1e-9

/**
 * Places both sides of a balance around the middle. Widths are in one scale; thin flows keep the room of their label,
 * so that labels never touch. Both sides are centred on the middle.
 */
export function layoutSankey(
  sources: readonly SankeyItem[],
  uses: readonly SankeyItem[],
  box: SankeyBox,
): SankeyLayout {
  const total = Math.max(sumOf(sources), sumOf(uses), NOTHING)
  const scale = Math.max(0, Math.min(fit(sources, total, box), fit(uses, total, box)))
  const middleH = total > NOTHING ? total * scale : 0
  const middleY = (box.height - middleH) / 2
  return {
    sources: place(sources, scale, middleY, box),
    uses: place(uses, scale, middleY, box),
    middleY,
    middleH,
    scale,
  }
}

function sumOf(items: readonly SankeyItem[]): number {
  return items.reduce((sum, { value }) => sum + Math.max(0, value), 0)
}

const roomOf = (value: number, scale: number, rowHeight: number): number =>
  Math.max(rowHeight, Math.max(0, value) * scale + GAP)

const roomOfSide = (items: readonly SankeyItem[], scale: number, rowHeight: number): number =>
  items.reduce((sum, { value }) => sum + roomOf(value, scale, rowHeight), 0)

/** Pixels for one unit where a total gets a band so wide; of nothing every band is nothing, and still a number. */
export function scaleOf(total: number, bandPx: number): number {
  return bandPx / Math.max(total, NOTHING)
}

/** Height that both sides need at a scale with every label in its room, and two rows for the name of the middle. */
export function neededHeight(
  sources: readonly SankeyItem[],
  uses: readonly SankeyItem[],
  scale: number,
  rowHeight: number,
): number {
  const middleH = Math.max(sumOf(sources), sumOf(uses)) * scale
  return Math.max(roomOfSide(sources, scale, rowHeight), roomOfSide(uses, scale, rowHeight), middleH + 2 * rowHeight)
}

/** Largest scale at which a side fits: found by halving, since thin flows take the room of a label. */
function fit(items: readonly SankeyItem[], total: number, box: SankeyBox): number {
  let low = 0
  let high = box.shared ?? (box.height * 0.72) / total
  const room = (scale: number): number => roomOfSide(items, scale, box.rowHeight)
  if (room(high) <= box.height) return high
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    if (room(middle) <= box.height) low = middle
    else high = middle
  }
  return low
}

function place(items: readonly SankeyItem[], scale: number, top: number, box: SankeyBox): PlacedItem[] {
  const rooms = items.map(({ value }) => roomOf(value, scale, box.rowHeight))
  let y = Math.max(0, (box.height - rooms.reduce((sum, room) => sum + room, 0)) / 2)
  let middleY = top
  return items.map((item, k) => {
    const room = rooms[k] ?? box.rowHeight
    const h = Math.max(LEAST, Math.max(0, item.value) * scale)
    const placed = { ...item, y: y + (room - h) / 2, h, middleY, labelY: y + room / 2 }
    y += room
    middleY += Math.max(0, item.value) * scale
    return placed
  })
}

function n(value: number): string {
  return value.toFixed(1)
}

/** Ribbon between two vertical pieces of the same or another height. */
export function ribbonPath(x0: number, y0: number, h0: number, x1: number, y1: number, h1: number): string {
  const bend = (x1 - x0) / 2
  return (
    `M${n(x0)} ${n(y0)}C${n(x0 + bend)} ${n(y0)} ${n(x1 - bend)} ${n(y1)} ${n(x1)} ${n(y1)}V${n(y1 + h1)}` +
    `C${n(x1 - bend)} ${n(y1 + h1)} ${n(x0 + bend)} ${n(y0 + h0)} ${n(x0)} ${n(y0 + h0)}Z`
  )
}
