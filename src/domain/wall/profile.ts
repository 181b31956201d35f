/**
 * Sizes of a video wall and of the people before it. Formulas and vectors: human-factors rules 4.1 of the design
 * (ISO 9241-3 and NUREG-0700 as quoted there): at least 16′ of arc for any text at the farthest viewer, 20′ for alarm
 * words, 22′ for kanji and 30′ for kanji that say a state.
 */

export interface WallProfile {
  id: string
  /** Device pixels of one panel. */
  panelWidthPx: number
  panelHeightPx: number
  /** Diagonal of one panel's picture, inches. */
  diagonalIn: number
  columns: number
  rows: number
  /** Device pixels on either side of a seam that nothing to be read may touch. */
  bezelPx: number
  /** Farthest viewer, metres. */
  distanceM: number
  /** Device pixels in a CSS pixel. */
  dpr: number
}

/** Height of a capital or digit over the font size: Inter, measured. */
export const CAP_RATIO = 0.728
/** Height of a kanji's ink over the font size: Noto Sans JP. */
export const KANJI_RATIO = 0.9

export const MIN_TEXT_ARCMIN = 16
export const ALARM_TEXT_ARCMIN = 20
export const KANJI_ARCMIN = 22
export const KANJI_STATE_ARCMIN = 30
/** Alarm marks and other symbols. */
export const SYMBOL_ARCMIN = 30

/** Least font size of the number in an alarm mark over the edge of the mark: it is text too. */
const MARK_DIGIT = 13.5 / 24

const MM_PER_INCH = 25.4

/** Distance between the middles of two pixels, mm: diagonal over the pixels of the diagonal. */
export function pixelPitchMm({
  panelWidthPx,
  panelHeightPx,
  diagonalIn,
}: Pick<WallProfile, 'panelWidthPx' | 'panelHeightPx' | 'diagonalIn'>): number {
  return (diagonalIn * MM_PER_INCH) / Math.hypot(panelWidthPx, panelHeightPx)
}

/** Height in mm that spans an angle at a distance: h = 2 · D · tan(θ / 2). */
export function heightMm(arcmin: number, distanceM: number): number {
  return 2 * distanceM * 1000 * Math.tan(((arcmin / 60) * Math.PI) / 360)
}

/** CSS font size whose letters span an angle for the farthest viewer: h / pitch / ratio / dpr. Not rounded. */
export function fontPx(profile: WallProfile, arcmin: number, ratio: number = CAP_RATIO): number {
  return heightMm(arcmin, profile.distanceM) / pixelPitchMm(profile) / ratio / profile.dpr
}

/** Angle in minutes of arc that letters of a CSS font size span for the farthest viewer. Inverse of `fontPx`. */
export function arcminOf(profile: WallProfile, cssPx: number, ratio: number = CAP_RATIO): number {
  const mm = cssPx * ratio * profile.dpr * pixelPitchMm(profile)
  return (Math.atan(mm / 2 / (profile.distanceM * 1000)) * 360 * 60) / Math.PI
}

/** Font sizes of a wall, whole CSS pixels, the same in every language. */
export interface WallType {
  /** Targets, names of systems, dates: 16′, kanji 22′. The smallest. */
  label: number
  /** Whatever is read first: 20′. */
  text: number
  /** States and other single words: kanji 30′. */
  status: number
  /** What happened. */
  title: number
  clock: number
  figure: number
  /** Edge of an alarm mark. */
  mark: number
}

/** Type scale of a profile: each size is the least whole pixel that spans its angles. */
export function wallType(profile: WallProfile): WallType {
  const latin = (arcmin: number): number => fontPx(profile, arcmin)
  const kanji = (arcmin: number): number => fontPx(profile, arcmin, KANJI_RATIO)
  return {
    label: Math.ceil(Math.max(latin(MIN_TEXT_ARCMIN), kanji(KANJI_ARCMIN))),
    text: Math.ceil(Math.max(latin(ALARM_TEXT_ARCMIN), kanji(KANJI_ARCMIN))),
    status: Math.ceil(Math.max(latin(ALARM_TEXT_ARCMIN), kanji(KANJI_STATE_ARCMIN))),
    title: Math.ceil(Math.max(latin(27), kanji(KANJI_STATE_ARCMIN))),
    clock: Math.ceil(latin(30)),
    figure: Math.ceil(latin(35)),
    mark: Math.ceil(Math.max(fontPx(profile, SYMBOL_ARCMIN, 1), latin(MIN_TEXT_ARCMIN) / MARK_DIGIT)),
  }
}

export type WallField = Exclude<keyof WallProfile, 'id'>

/** Why a profile is refused: the first field that cannot be, and what it may be. */
export interface ProfileFault {
  field: WallField
  reason: 'not-a-number' | 'not-whole' | 'out-of-range' | 'too-far'
  min: number
  max: number
}

export type ProfileResult = { ok: true; profile: WallProfile } | { ok: false; fault: ProfileFault }

const RANGES: readonly { field: WallField; min: number; max: number; whole: boolean }[] = [
  { field: 'panelWidthPx', min: 640, max: 16384, whole: true },
  { field: 'panelHeightPx', min: 480, max: 16384, whole: true },
  { field: 'diagonalIn', min: 10, max: 400, whole: false },
  { field: 'columns', min: 1, max: 8, whole: true },
  { field: 'rows', min: 1, max: 4, whole: true },
  { field: 'bezelPx', min: 0, max: 80, whole: true },
  { field: 'distanceM', min: 0.5, max: 60, whole: false },
  { field: 'dpr', min: 0.5, max: 4, whole: false },
]

/** Widths and heights that a panel must hold, in font sizes of `text`: strip, foot, rows and a map beside them. */
const NEEDS = {
  oneColumn: 36,
  manyColumns: 20,
  oneRow: 16,
  manyRows: 9.6,
} as const

/**
 * Farthest distance in metres at which a wall of these panels still holds its parts at their least size. Sizes grow
 * with the distance, so it is the distance times room over need.
 */
export function farthestM(profile: WallProfile): number {
  const { text } = wallTypeExact(profile)
  const width = profile.panelWidthPx / profile.dpr
  const height = profile.panelHeightPx / profile.dpr
  const wide = width / text / (profile.columns === 1 ? NEEDS.oneColumn : NEEDS.manyColumns)
  const high = height / text / (profile.rows === 1 ? NEEDS.oneRow : NEEDS.manyRows)
  return profile.distanceM * Math.min(wide, high)
}

function wallTypeExact(profile: WallProfile): { text: number } {
  return { text: fontPx(profile, ALARM_TEXT_ARCMIN) }
}

/**
 * Checks a profile. Refuses what is no number, out of range or not whole, and a viewer too far away for what a wall
 * has to show; names the field.
 */
export function checkProfile(profile: WallProfile): ProfileResult {
  for (const { field, min, max, whole } of RANGES) {
    const value = profile[field]
    const refuse = (reason: ProfileFault['reason']): ProfileResult => ({
      ok: false,
      fault: { field, reason, min, max },
    })
    if (!Number.isFinite(value)) return refuse('not-a-number')
    if (value < min || value > max) return refuse('out-of-range')
    if (whole && !Number.isInteger(value)) return refuse('not-whole')
  }
  const max = farthestM(profile)
  if (profile.distanceM > max + 1e-9)
    return { ok: false, fault: { field: 'distanceM', reason: 'too-far', min: 0.5, max } }
  return { ok: true, profile }
}
