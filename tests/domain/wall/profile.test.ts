import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALARM_TEXT_ARCMIN,
  CAP_RATIO,
  KANJI_ARCMIN,
  KANJI_RATIO,
  KANJI_STATE_ARCMIN,
  MIN_TEXT_ARCMIN,
  SYMBOL_ARCMIN,
  arcminOf,
  checkProfile,
  farthestM,
  fontPx,
  pixelPitchMm,
  wallType,
  type WallProfile,
} from '../../../src/domain/wall/profile.ts'
import { WALL_PROFILES } from '../../../src/domain/wall/profiles.data.ts'

const uhd = WALL_PROFILES[0]
const grid: WallProfile = WALL_PROFILES[1]
const native4k: WallProfile = { ...grid, panelWidthPx: 3840, panelHeightPx: 2160 }
/** A 3×2 wall fed by one 3840-wide signal: each panel shows 1280 × 720 of it. */
const oneSignal: WallProfile = { ...grid, panelWidthPx: 1280, panelHeightPx: 720 }

describe('the table of sizes on walls (rule 4.1)', () => {
  it('has the pitch of a 55-inch panel', () => {
    expect(pixelPitchMm(uhd)).toBeCloseTo(0.317, 3)
    expect(pixelPitchMm(grid)).toBeCloseTo(0.634, 3)
  })

  it.each([
    ['one 4K 55" at 4 m', { ...uhd, distanceM: 4 }, [81, 101, 111, 151, 90, 122]],
    ['one 4K 55" at 3 m', { ...uhd, distanceM: 3 }, [61, 76, 83, 114, 67, 92]],
    ['one 4K 55" at 6 m', { ...uhd, distanceM: 6 }, [121, 151, 167, 227, 135, 183]],
    ['3×2 of FHD at 4 m', { ...grid, distanceM: 4 }, [40, 50, 56, 76, 45, 61]],
    ['3×2 of FHD at 6 m', grid, [61, 76, 83, 114, 67, 92]],
    ['3×2 of FHD at 8 m', { ...grid, distanceM: 8 }, [81, 101, 111, 151, 90, 122]],
    ['3×2 of native 4K at 6 m', native4k, [121, 151, 167, 227, 135, 183]],
    ['3×2 fed by one 3840-wide signal at 6 m', oneSignal, [40, 50, 56, 76, 45, 61]],
  ] as const)('%s', (_, profile, sizes) => {
    const latin = [16, 20, 22, 30].map((arcmin) => fontPx(profile, arcmin))
    const kanji = [22, 30].map((arcmin) => fontPx(profile, arcmin, KANJI_RATIO))
    // The table rounds its pitch before its sizes.
    for (const [k, px] of [...latin, ...kanji].entries()) expect(Math.abs(px - (sizes[k] ?? 0))).toBeLessThan(0.7)
  })

  it('halves CSS sizes where two device pixels make one', () => {
    expect(fontPx({ ...uhd, dpr: 2 }, 16)).toBeCloseTo(fontPx(uhd, 16) / 2, 9)
  })
})

const anyProfile: fc.Arbitrary<WallProfile> = fc.record({
  id: fc.constant('any'),
  panelWidthPx: fc.integer({ min: 640, max: 8192 }),
  panelHeightPx: fc.integer({ min: 480, max: 8192 }),
  diagonalIn: fc.double({ min: 10, max: 400, noNaN: true }),
  columns: fc.integer({ min: 1, max: 8 }),
  rows: fc.integer({ min: 1, max: 4 }),
  bezelPx: fc.integer({ min: 0, max: 80 }),
  distanceM: fc.double({ min: 0.5, max: 60, noNaN: true }),
  dpr: fc.constantFrom(1, 1.5, 2),
})

describe('the type scale', () => {
  it('keeps every least angle on any wall', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const type = wallType(profile)
        const least = Math.min(type.label, type.text, type.status, type.title, type.clock, type.figure)
        expect(arcminOf(profile, least)).toBeGreaterThanOrEqual(MIN_TEXT_ARCMIN)
        expect(arcminOf(profile, least, KANJI_RATIO)).toBeGreaterThanOrEqual(KANJI_ARCMIN)
        expect(arcminOf(profile, type.text)).toBeGreaterThanOrEqual(ALARM_TEXT_ARCMIN)
        expect(arcminOf(profile, type.status, KANJI_RATIO)).toBeGreaterThanOrEqual(KANJI_STATE_ARCMIN)
        expect(arcminOf(profile, type.mark, 1)).toBeGreaterThanOrEqual(SYMBOL_ARCMIN)
      }),
    )
  })

  it('is the one of the picture on 4K at 4 m, within a pixel or two', () => {
    expect(wallType(uhd)).toEqual({ label: 90, text: 101, status: 123, title: 137, clock: 152, figure: 177, mark: 144 })
  })

  it('measures what it sets', () => {
    fc.assert(
      fc.property(anyProfile, fc.double({ min: 1, max: 60, noNaN: true }), (profile, arcmin) => {
        expect(arcminOf(profile, fontPx(profile, arcmin))).toBeCloseTo(arcmin, 6)
      }),
    )
    expect(arcminOf(uhd, 16, CAP_RATIO)).toBeCloseTo(3.2, 1)
  })
})

describe('profiles', () => {
  it.each(WALL_PROFILES.map((profile) => [profile.id, profile] as const))('%s is possible', (_, profile) => {
    expect(checkProfile(profile)).toEqual({ ok: true, profile })
  })

  it.each([
    ['panelWidthPx', 0, 'out-of-range'],
    ['panelWidthPx', 1920.5, 'not-whole'],
    ['panelHeightPx', Number.NaN, 'not-a-number'],
    ['diagonalIn', -55, 'out-of-range'],
    ['columns', 1.5, 'not-whole'],
    ['rows', 0, 'out-of-range'],
    ['bezelPx', 400, 'out-of-range'],
    ['distanceM', 0, 'out-of-range'],
    ['distanceM', Infinity, 'not-a-number'],
    ['dpr', 9, 'out-of-range'],
  ] as const)('refuses %s of %d by name', (field, value, reason) => {
    const result = checkProfile({ ...uhd, [field]: value })
    expect(result).toMatchObject({ ok: false, fault: { field, reason } })
  })

  it('refuses viewers for whom nothing would fit, and says how far they may stand', () => {
    const result = checkProfile({ ...uhd, distanceM: 9 })
    expect(result).toMatchObject({ ok: false, fault: { field: 'distanceM', reason: 'too-far' } })
    const max = result.ok ? Number.NaN : result.fault.max
    expect(max).toBeCloseTo(farthestM(uhd), 1)
    expect(checkProfile({ ...uhd, distanceM: max * 0.999 }).ok).toBe(true)
  })
})
