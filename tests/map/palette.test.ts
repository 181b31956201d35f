import { describe, expect, it } from 'vitest'
import type { MapMode, ThemeName } from '../../src/map/map-types.ts'
import { PLOT_THEMES } from '../../src/contract/plot-themes.ts'
import { networkColour, priorityColour, rampLabelColour, rampOf, toneOf } from '../../src/map/network-tokens.ts'
import { measureOf } from '../../src/map/layers/plot-themes.ts'
import { paletteOf } from '../../src/map/tokens.ts'
import { VISIONS, ciede2000, labOf, seenBy } from '../ui/colour-science.ts'

const ROOMS: readonly ThemeName[] = ['room-dark', 'room-light']
const MODES: readonly MapMode[] = ['operations', 'assets']

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].toSorted((p, q) => q - p)
  return ((x ?? 0) + 0.05) / ((y ?? 0) + 0.05)
}

/** Smallest difference over normal vision and three kinds of colour blindness. */
function nearest(a: string, b: string): number {
  const visions = Object.keys(VISIONS) as (keyof typeof VISIONS)[]
  return Math.min(...visions.map((vision) => ciede2000(labOf(seenBy(vision, a)), labOf(seenBy(vision, b)))))
}

describe.each(ROOMS)('palette in %s', (theme) => {
  const measured = PLOT_THEMES.filter((plotTheme) => measureOf(plotTheme) !== null)

  it.each(measured)('keeps plot codes readable on every class of %s', (plotTheme) => {
    for (const [index, colour] of rampOf(theme, plotTheme).entries()) {
      expect(contrast(rampLabelColour(theme, index), colour)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(measured)('tells the classes of %s apart, and from alarms, however somebody sees', (plotTheme) => {
    const ramp = rampOf(theme, plotTheme)
    for (const [index, colour] of ramp.entries()) {
      for (const next of ramp.slice(index + 1, index + 2)) expect(nearest(colour, next)).toBeGreaterThanOrEqual(5)
      for (const priority of [1, 2, 3] as const) {
        expect(nearest(colour, priorityColour(priority, theme))).toBeGreaterThanOrEqual(14.9)
      }
    }
  })

  it('colours plots by the stream that a theme measures', () => {
    expect(measured.filter((plotTheme) => toneOf(plotTheme) === 'energy')).toEqual(['power-density', 'energy-baseline'])
    expect(measured.filter((plotTheme) => toneOf(plotTheme) === 'water')).toEqual(['water-intensity', 'district-loss'])
    expect(measured.filter((plotTheme) => toneOf(plotTheme) === 'waste')).toEqual(['container-fill'])
    const shown = ['power-density', 'water-intensity', 'container-fill'] as const
    const pairs = shown.map((plotTheme) => rampOf(theme, plotTheme)[4])
    for (const [index, colour] of pairs.entries()) {
      for (const other of pairs.slice(index + 1)) {
        expect(ciede2000(labOf(seenBy('normal', colour)), labOf(seenBy('normal', other)))).toBeGreaterThanOrEqual(12)
      }
    }
  })

  it('keeps labels readable on their halo', () => {
    for (const mode of MODES) {
      const palette = paletteOf(mode, theme)
      expect(contrast(palette.label, palette.halo)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.labelMinor, palette.halo)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('keeps the ground under 1.7:1, so that alarms win', () => {
    const { land, plot, road, reserve, site, green } = paletteOf('operations', theme)
    for (const colour of [plot, reserve, site, green]) expect(contrast(colour, land)).toBeLessThan(1.7)
    expect(contrast(road, plot)).toBeLessThan(1.7)
  })

  it('shows the operations network at 3:1 on plots', () => {
    const { plot } = paletteOf('operations', theme)
    expect(contrast(networkColour('power-22', 'operations', theme), plot)).toBeGreaterThanOrEqual(3)
  })

  it('holds no red, orange or yellow in operations', () => {
    for (const colour of Object.values(paletteOf('operations', theme))) {
      if (typeof colour !== 'string' || !colour.startsWith('#')) continue
      const [r, g, b] = channels(colour)
      const warm = r > b + 24 && r >= g - 8
      expect(warm).toBe(false)
    }
  })
})
