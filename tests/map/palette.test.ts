import { describe, expect, it } from 'vitest'
import type { MapMode, ThemeName } from '../../src/map/map-types.ts'
import { networkColour, rampLabelColour, rampOf } from '../../src/map/network-tokens.ts'
import { paletteOf } from '../../src/map/tokens.ts'

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

describe.each(ROOMS)('palette in %s', (theme) => {
  it('keeps plot codes readable on every class', () => {
    for (const [index, colour] of rampOf(theme).entries()) {
      expect(contrast(rampLabelColour(theme, index), colour)).toBeGreaterThanOrEqual(4.5)
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
