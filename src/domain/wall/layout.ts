import { wallType, type WallProfile, type WallType } from './profile.ts'

/** CSS pixels from the wall's upper left corner. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface WallLayout {
  width: number
  height: number
  type: WallType
  /** Free space at the edges of a panel. */
  margin: number
  /** Least height of one row of figures. */
  rowHeight: number
  /** Bars behind strip and foot, over all panels. */
  stripBar: Rect
  footBar: Rect
  strip: { title: Rect; state: Rect; clock: Rect }
  foot: { counts: Rect; next: Rect; health: Rect; mode: Rect }
  /** Where a map stands; it may lie under seams, its names may not. */
  stage: Rect
  /** Name of the scene over the map. */
  stageHead: Rect
  /** Boxes beside the map, one in each panel of the last column. */
  side: readonly Rect[]
  /** Boxes of a scene without a map, one in each panel, column by column. */
  cells: readonly Rect[]
  /** Edges of panels with what must stay clear on either side. */
  seams: readonly Rect[]
}

/** Sizes in font sizes of `text`, from the picture of the 4K wall at 4 m. */
const STRIP = 4
const FOOT_ROW = 1.84
const ROW = 2.66
const MARGIN = 0.68
const SIDE = 20.6
const STATE = 9.9
const CLOCK = 8.6

function inset(rect: Rect, by: number): Rect {
  return { x: rect.x + by, y: rect.y, width: rect.width - 2 * by, height: rect.height }
}

/** What two rectangles share; of no size where they are apart. */
function shared(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  }
}

/** Whether two rectangles share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  const { width, height } = shared(a, b)
  return width > 0 && height > 0
}

function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  }
}

/** Part of a row of the strip or foot between two places. */
function slice(row: Rect, fromX: number, toX: number): Rect {
  return { x: fromX, y: row.y, width: Math.max(0, toX - fromX), height: row.height }
}

/**
 * Divides a wall. Every rectangle that holds something to read lies inside one panel and keeps clear of its seams; the
 * map may span panels. A single screen has the map left and figures right; a wall has the map over all columns but the
 * last. With one column of several panels the map has the upper panels.
 */
export function wallLayout(profile: WallProfile): WallLayout {
  const type = wallType(profile)
  const { columns, rows, dpr } = profile
  const { text } = type
  const panelW = profile.panelWidthPx / dpr
  const panelH = profile.panelHeightPx / dpr
  const width = panelW * columns
  const height = panelH * rows
  const bezel = profile.bezelPx / dpr
  const margin = Math.round(MARGIN * text)
  const stripH = Math.round(STRIP * text)
  const footH = Math.round(2 * FOOT_ROW * text)
  const stripBar = { x: 0, y: 0, width, height: stripH }
  const footBar = { x: 0, y: height - footH, width, height: footH }
  const body = { x: 0, y: stripH, width, height: height - stripH - footH }

  // What of a panel can be read: without its seams.
  const panel = (column: number, row: number): Rect => {
    const left = column > 0 ? bezel : 0
    const right = column < columns - 1 ? bezel : 0
    const top = row > 0 ? bezel : 0
    const bottom = row < rows - 1 ? bezel : 0
    return {
      x: column * panelW + left,
      y: row * panelH + top,
      width: panelW - left - right,
      height: panelH - top - bottom,
    }
  }
  const boxes = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => shared(panel(column, row), body)),
  )
  const single = columns === 1 && rows === 1
  const first = boxes[0]?.[0] ?? body
  const sideW = Math.min(Math.round(SIDE * text), Math.round(width - 15 * text))
  const main: Rect = single ? { ...first, width: first.width - sideW } : first
  const stage = single
    ? main
    : columns > 1
      ? { ...body, width: panelW * (columns - 1) - bezel }
      : { ...body, height: around(boxes.slice(0, -1).flat()).height }
  const side = single
    ? [{ ...first, x: main.width, width: sideW }]
    : columns > 1
      ? boxes.flatMap((row) => row.slice(-1))
      : boxes.slice(-1).flat()
  const half = Math.round(first.width / 2)
  const cells = single
    ? [
        { ...first, width: half },
        { ...first, x: half, width: first.width - half },
      ]
    : Array.from({ length: columns }, (_, column) => boxes.flatMap((row) => row.slice(column, column + 1))).flat()

  const stripOf = (column: number): Rect => inset(shared(panel(column, 0), stripBar), margin)
  const upper = (column: number): Rect => {
    const row = inset(shared(panel(column, rows - 1), footBar), margin)
    return { ...row, height: row.height / 2 }
  }
  const lower = (column: number): Rect => {
    const row = upper(column)
    return { ...row, y: row.y + row.height }
  }
  const last = columns - 1
  const clockRow = stripOf(last)
  const clockX = clockRow.x + clockRow.width - CLOCK * text
  const stateRow = stripOf(Math.min(1, last))
  const stateX = columns > 1 ? stateRow.x : clockX - STATE * text
  const stateEnd = columns > 2 ? stateRow.x + stateRow.width : clockX
  const titleRow = stripOf(0)
  const titleEnd = columns > 1 ? titleRow.x + titleRow.width : stateX
  const countsEnd = columns > 1 ? upper(0).x + upper(0).width : upper(0).x + upper(0).width * 0.6
  const nextRow = upper(Math.min(1, last))
  const chipRow = lower(last)
  const chipX = chipRow.x + chipRow.width - 10.6 * text
  const healthEnd = columns > 1 ? lower(0).x + lower(0).width : chipX - margin
  return {
    width,
    height,
    type,
    margin,
    rowHeight: Math.round(ROW * text),
    stripBar,
    footBar,
    strip: {
      title: slice(titleRow, titleRow.x, titleEnd - (columns > 1 ? 0 : margin)),
      state: slice(stateRow, stateX, stateEnd - (columns > 2 ? 0 : margin)),
      clock: slice(clockRow, clockX, clockRow.x + clockRow.width),
    },
    foot: {
      counts: slice(upper(0), upper(0).x, countsEnd),
      next: slice(nextRow, columns > 1 ? nextRow.x : countsEnd + margin, nextRow.x + nextRow.width),
      health: slice(lower(0), lower(0).x, healthEnd),
      mode: slice(chipRow, chipX, chipRow.x + chipRow.width),
    },
    stage,
    stageHead: { ...inset(main, margin), y: main.y + margin / 2, height: Math.round(3 * text) },
    side,
    cells,
    seams: [
      ...Array.from({ length: columns - 1 }, (_, k) => ({
        x: (k + 1) * panelW - bezel,
        y: 0,
        width: 2 * bezel,
        height,
      })),
      ...Array.from({ length: rows - 1 }, (_, k) => ({ x: 0, y: (k + 1) * panelH - bezel, width, height: 2 * bezel })),
    ],
  }
}

/** Boxes of a scene without a map, with a line for its name in the first one. */
export function headedCells({ cells, margin, type }: WallLayout): { head: Rect; cells: readonly Rect[] } {
  const [first, ...rest] = cells
  if (!first) return { head: { x: 0, y: 0, width: 0, height: 0 }, cells: [] }
  const height = Math.round(1.75 * type.text)
  return {
    head: { ...inset(first, margin), y: first.y + margin / 3, height: height - margin / 3 },
    cells: [{ ...first, y: first.y + height, height: first.height - height }, ...rest],
  }
}

/** How many rows find room in boxes. */
export function roomFor(boxes: readonly Rect[], rowHeight: number): number {
  return boxes.reduce((sum, { height }) => sum + Math.max(1, Math.floor(height / rowHeight)), 0)
}

/** A part of a scene in its place. */
export interface Placed {
  /** Index among the parts. */
  part: number
  rect: Rect
}

/**
 * Puts parts one under the other into boxes, in their order, each whole inside one box. `weights` are heights in rows.
 * Boxes are filled evenly and each to its full height; what finds no room is left out, the least important last.
 */
export function arrange(boxes: readonly Rect[], rowHeight: number, weights: readonly number[]): readonly Placed[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const even = Math.ceil(total / Math.max(1, boxes.length))
  const placed: Placed[] = []
  let part = 0
  for (const [at, box] of boxes.entries()) {
    const room = Math.max(1, box.height / rowHeight)
    const target = at === boxes.length - 1 ? room : Math.min(room, Math.max(even, weights[part] ?? 0))
    const taken: { part: number; weight: number }[] = []
    let used = 0
    while (part < weights.length) {
      // A part that is higher than the box has to do with less.
      const weight = Math.min(weights[part] ?? 0, room)
      if (used + weight > (taken.length === 0 ? room : target)) break
      taken.push({ part, weight })
      used += weight
      part += 1
    }
    const unit = used > 0 ? box.height / used : 0
    let y = box.y
    for (const one of taken) {
      placed.push({ part: one.part, rect: { x: box.x, y, width: box.width, height: one.weight * unit } })
      y += one.weight * unit
    }
  }
  return placed
}
