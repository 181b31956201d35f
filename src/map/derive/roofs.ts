import type { RoofKind } from '../../contract/collections.ts'
import { seededRandom } from '../geo.ts'
import type { Metres } from '../geo.ts'
import { partOf, placeIn } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'

export interface RoofBlock {
  ring: Metres[]
  kind: 'saw' | 'monitor' | 'hvac'
  riseM: number
}
export interface RoofParts {
  blocks: RoofBlock[]
  lines: Metres[][]
}

const SAW_PITCH_M = 9
const BAY_M = 26

/** What stands on a hall's roof: saw teeth across it, ridge monitors along it, or air handlers on a flat one. */
export function roofParts(id: string, roof: RoofKind, hall: Rectangle): RoofParts {
  switch (roof) {
    case 'saw':
      return sawTooth(hall)
    case 'monitor':
      return monitors(hall)
    case 'flat':
      return airHandlers(id, hall)
    case 'none':
    default:
      return { blocks: [], lines: [] }
  }
}

function sawTooth(hall: Rectangle): RoofParts {
  const count = Math.max(2, Math.round(hall.lengthM / SAW_PITCH_M))
  const pitch = hall.lengthM / count
  const blocks = Array.from({ length: count }, (_, i): RoofBlock => ({
    ring: partOf(hall, i * pitch + 0.5, 0.6, pitch * 0.42, hall.widthM - 1.2),
    kind: 'saw',
    riseM: 1.7,
  }))
  const lines = Array.from({ length: count - 1 }, (_, i) => [
    placeIn(hall, (i + 1) * pitch, 0),
    placeIn(hall, (i + 1) * pitch, hall.widthM),
  ])
  return { blocks, lines }
}

function monitors(hall: Rectangle): RoofParts {
  const bays = Math.max(1, Math.round(hall.widthM / BAY_M))
  const bay = hall.widthM / bays
  const parts: RoofParts = { blocks: [], lines: [] }
  for (let i = 0; i < bays; i++) {
    const ridge = (i + 0.5) * bay
    parts.lines.push([placeIn(hall, 1, ridge), placeIn(hall, hall.lengthM - 1, ridge)])
    if (i > 0) parts.lines.push([placeIn(hall, 0, i * bay), placeIn(hall, hall.lengthM, i * bay)])
    if (hall.lengthM > 30) {
      parts.blocks.push({
        ring: partOf(hall, hall.lengthM * 0.06, ridge - 1.5, hall.lengthM * 0.88, 3),
        kind: 'monitor',
        riseM: 1.5,
      })
    }
  }
  return parts
}

function airHandlers(id: string, hall: Rectangle): RoofParts {
  const random = seededRandom(`roof ${id}`)
  const count = Math.min(10, Math.floor((hall.lengthM * hall.widthM) / 900))
  const blocks = Array.from({ length: count }, (): RoofBlock => {
    const s = 4 + random() * Math.max(0, hall.lengthM - 14)
    const t = 4 + random() * Math.max(0, hall.widthM - 14)
    return { ring: partOf(hall, s, t, 5 + random() * 4, 4 + random() * 3), kind: 'hvac', riseM: 2 }
  })
  return { blocks, lines: [[placeIn(hall, 2, 2), placeIn(hall, hall.lengthM - 2, 2)]] }
}

const PANEL_ROW_M = 38

/** Solar fields on both slopes of each bay, with gaps to walk in. */
export function solarFields(hall: Rectangle): Metres[][] {
  const bays = Math.max(1, Math.round(hall.widthM / BAY_M))
  const bay = hall.widthM / bays
  const rows = Math.max(1, Math.round(hall.lengthM / PANEL_ROW_M))
  const row = hall.lengthM / rows
  const fields: Metres[][] = []
  for (let i = 0; i < bays; i++) {
    for (const slope of [0, 1]) {
      const t = i * bay + (slope === 1 ? bay * 0.5 + 2.4 : 1.6)
      const dt = bay * 0.5 - 4
      if (dt < 3 || row - 4 < 6) continue
      for (let j = 0; j < rows; j++) fields.push(partOf(hall, j * row + 2, t, row - 4, dt))
    }
  }
  return fields
}

const STALL_M = 2.6
const STALL_DEPTH_M = 4.8

/** Lines between parked cars: one row, or two where the car park is deep enough. */
export function stallLines(park: Rectangle): Metres[][] {
  const lines: Metres[][] = []
  const twoRows = park.widthM > 15
  for (let s = 0; s <= park.lengthM; s += STALL_M) {
    lines.push([placeIn(park, s, 0.6), placeIn(park, s, 0.6 + STALL_DEPTH_M)])
    if (twoRows) {
      lines.push([placeIn(park, s, park.widthM - 0.6 - STALL_DEPTH_M), placeIn(park, s, park.widthM - 0.6)])
    }
  }
  return lines
}
