import type { WallProfile } from './profile.ts'

/** Walls that exist without measuring anything. A fifth is made on the calibration page. */
export const WALL_PROFILES = [
  {
    id: '4k-55-4m',
    panelWidthPx: 3840,
    panelHeightPx: 2160,
    diagonalIn: 55,
    columns: 1,
    rows: 1,
    bezelPx: 0,
    distanceM: 4,
    dpr: 1,
  },
  {
    id: '3x2-fhd-6m',
    panelWidthPx: 1920,
    panelHeightPx: 1080,
    diagonalIn: 55,
    columns: 3,
    rows: 2,
    bezelPx: 8,
    distanceM: 6,
    dpr: 1,
  },
  {
    id: 'fhd-55-4m',
    panelWidthPx: 1920,
    panelHeightPx: 1080,
    diagonalIn: 55,
    columns: 1,
    rows: 1,
    bezelPx: 0,
    distanceM: 4,
    dpr: 1,
  },
] as const satisfies readonly WallProfile[]

export const DEFAULT_WALL_PROFILE: WallProfile = WALL_PROFILES[0]

/** A profile of the list by its id. */
export function findWallProfile(id: string): WallProfile | undefined {
  return WALL_PROFILES.find((profile) => profile.id === id)
}
