import type { Position } from '../../contract/geojson.ts'

export interface CountryPart {
  id: string
  kind: 'province' | 'archipelago'
  name: Readonly<Record<'vi' | 'en' | 'ja', string>>
  label: Position
  /** Outlines, one list of positions each. */
  rings: readonly (readonly Position[])[]
}

/** Place of a position on a flat picture, in its own units. */
export type Project = (position: Position) => readonly [number, number]

export interface Frame {
  west: number
  south: number
  east: number
  north: number
}

/** Projects a frame of degrees into a box: equal scale both ways at the frame's middle latitude, centred. */
export function fitFrame(frame: Frame, width: number, height: number): Project {
  const stretch = Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180)
  const spanX = Math.max(1e-6, (frame.east - frame.west) * stretch)
  const spanY = Math.max(1e-6, frame.north - frame.south)
  const scale = Math.min(width / spanX, height / spanY)
  const left = (width - spanX * scale) / 2
  const top = (height - spanY * scale) / 2
  return ([lng, lat]) => [left + (lng - frame.west) * stretch * scale, top + (frame.north - lat) * scale]
}

/** SVG path of closed rings. */
export function ringsPath(rings: readonly (readonly Position[])[], project: Project): string {
  return rings
    .map((ring) => {
      const points = ring.map((position) =>
        project(position)
          .map((part) => part.toFixed(1))
          .join(' '),
      )
      return `M${points.join('L')}Z`
    })
    .join('')
}

/** Frame around positions, with a margin as a share of its size and a least size in degrees. */
export function frameAround(positions: readonly Position[], marginShare: number, leastDegrees: number): Frame | null {
  if (positions.length === 0) return null
  const lngs = positions.map(([lng]) => lng)
  const lats = positions.map(([, lat]) => lat)
  const axis = (values: readonly number[]): readonly [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const half = (Math.max(leastDegrees, high - low) * (1 + 2 * marginShare)) / 2
    return [(low + high) / 2 - half, (low + high) / 2 + half]
  }
  const [west, east] = axis(lngs)
  const [south, north] = axis(lats)
  return { west, south, east, north }
}
