import type { Network } from '../../contract/collections.ts'
import type { MapMode, ThemeName } from '../map-types.ts'
import { casingColour, networkColour } from '../network-tokens.ts'
import { paletteOf } from '../tokens.ts'

type Paint = (g: CanvasRenderingContext2D, ink: string, ground: string) => void

/** Edge of a symbol's square in the atlas. */
export const SYMBOL_PX = 64
const CENTRE = SYMBOL_PX / 2

function disc(g: CanvasRenderingContext2D, radius: number, fill: string, stroke: string, width: number): void {
  g.beginPath()
  g.arc(CENTRE, CENTRE, radius, 0, Math.PI * 2)
  g.fillStyle = fill
  g.fill()
  g.strokeStyle = stroke
  g.lineWidth = width
  g.stroke()
}

/** A letter in a ring: kinds of measuring and lifting places are told apart by their letter. */
const letter =
  (text: string): Paint =>
  (g, ink, ground) => {
    disc(g, 25, ground, ink, 7)
    g.fillStyle = ink
    g.font = '700 34px "Inter Variable", Inter, sans-serif'
    g.textAlign = 'center'
    g.textBaseline = 'middle'
    g.fillText(text, CENTRE, CENTRE + 2)
  }

/** A vessel seen from the side, filled to a tenth. */
const tank =
  (tenths: number): Paint =>
  (g, ink, ground) => {
    g.fillStyle = ground
    g.strokeStyle = ink
    g.lineWidth = 5
    g.beginPath()
    g.roundRect(13, 8, 38, 48, 5)
    g.fill()
    g.stroke()
    const height = (40 * tenths) / 10
    g.fillStyle = ink
    g.fillRect(17, 52 - height, 30, height)
  }

/** A bin with a bar of quarters: its fill is read by height, not by hue. */
const bin =
  (quarters: number): Paint =>
  (g, ink, ground) => {
    g.fillStyle = ground
    g.strokeStyle = ink
    g.lineWidth = 5
    g.beginPath()
    g.moveTo(12, 16)
    g.lineTo(52, 16)
    g.lineTo(47, 57)
    g.lineTo(17, 57)
    g.closePath()
    g.fill()
    g.stroke()
    const height = (34 * quarters) / 4
    g.fillStyle = ink
    g.fillRect(21, 54 - height, 22, height)
    g.beginPath()
    g.moveTo(24, 9)
    g.lineTo(40, 9)
    g.stroke()
  }

const PAINTERS: Readonly<Record<string, Paint>> = {
  dot: (g, ink, ground) => disc(g, 18, ink, ground, 8),
  'switch-open': (g, ink, ground) => disc(g, 19, ground, ink, 8),
  'switch-closed': (g, ink, ground) => disc(g, 19, ink, ground, 6),
  'switch-unknown': letter('?'),
  unknown: letter('?'),
  'district-meter': letter('M'),
  'lift-station': letter('P'),
  outfall: letter('O'),
  'electricity-meter': letter('E'),
  'water-meter': letter('W'),
  'sewer-meter': letter('S'),
  'reclaimed-meter': letter('R'),
  gateway: letter('G'),
  'pressure-logger': (g, ink, ground) => {
    disc(g, 22, ground, ink, 6)
    g.beginPath()
    g.moveTo(CENTRE, CENTRE)
    g.lineTo(CENTRE + 11, CENTRE - 12)
    g.lineWidth = 6
    g.stroke()
  },
  'boundary-valve': (g, ink, ground) => {
    g.fillStyle = ink
    g.strokeStyle = ground
    g.lineWidth = 4
    g.beginPath()
    g.moveTo(10, 16)
    g.lineTo(54, 48)
    g.lineTo(54, 16)
    g.lineTo(10, 48)
    g.closePath()
    g.fill()
    g.stroke()
  },
  hydrant: (g, ink, ground) => {
    disc(g, 14, ground, ink, 6)
    g.fillStyle = ink
    g.fillRect(29, 6, 6, 52)
    g.fillRect(6, 29, 52, 6)
  },
  pylon: (g, ink, ground) => {
    disc(g, 20, ground, ink, 6)
    g.beginPath()
    g.moveTo(20, 20)
    g.lineTo(44, 44)
    g.moveTo(44, 20)
    g.lineTo(20, 44)
    g.stroke()
  },
  transformer: (g, ink, ground) => {
    for (const x of [24, 40]) {
      g.beginPath()
      g.arc(x, CENTRE, 15, 0, Math.PI * 2)
      g.fillStyle = ground
      g.globalAlpha = 0.85
      g.fill()
      g.globalAlpha = 1
      g.strokeStyle = ink
      g.lineWidth = 6
      g.stroke()
    }
  },
  'solar-plant': (g, ink, ground) => {
    g.fillStyle = ground
    g.strokeStyle = ink
    g.lineWidth = 5
    g.beginPath()
    g.moveTo(16, 14)
    g.lineTo(48, 14)
    g.lineTo(57, 50)
    g.lineTo(7, 50)
    g.closePath()
    g.fill()
    g.stroke()
    g.lineWidth = 3.5
    g.beginPath()
    g.moveTo(12, 32)
    g.lineTo(52, 32)
    g.moveTo(27, 14)
    g.lineTo(23, 50)
    g.moveTo(37, 14)
    g.lineTo(41, 50)
    g.stroke()
  },
  vehicle: (g, ink, ground) => {
    g.fillStyle = ink
    g.strokeStyle = ground
    g.lineWidth = 5
    g.lineJoin = 'round'
    g.beginPath()
    g.moveTo(CENTRE, 5)
    g.lineTo(53, 56)
    g.lineTo(CENTRE, 46)
    g.lineTo(11, 56)
    g.closePath()
    g.fill()
    g.stroke()
  },
  ...Object.fromEntries(Array.from({ length: 11 }, (_, tenths) => [`tank-${tenths}`, tank(tenths)])),
  ...Object.fromEntries(Array.from({ length: 5 }, (_, quarters) => [`bin-${quarters}`, bin(quarters)])),
}

export const SYMBOLS: readonly string[] = Object.keys(PAINTERS)

const NETWORK_OF_SYMBOL: Readonly<Record<string, Network>> = {
  'district-meter': 'water',
  'water-meter': 'water',
  'pressure-logger': 'water',
  'boundary-valve': 'water',
  hydrant: 'water',
  'lift-station': 'sewer',
  outfall: 'sewer',
  'sewer-meter': 'sewer',
  'reclaimed-meter': 'reclaimed',
  pylon: 'power-110',
  vehicle: 'waste-route',
  gateway: 'fibre',
}

function networkOf(symbol: string): Network {
  if (symbol.startsWith('tank-')) return 'water'
  if (symbol.startsWith('bin-')) return 'waste-route'
  return NETWORK_OF_SYMBOL[symbol] ?? 'power-22'
}

/** Paints one symbol into the square at the context's origin; nothing for a name that is not one. */
export function paintSymbol(g: CanvasRenderingContext2D, symbol: string, mode: MapMode, theme: ThemeName): void {
  const ink = mode === 'assets' ? networkColour(networkOf(symbol), mode, theme) : paletteOf(mode, theme).asset
  g.lineJoin = 'round'
  g.lineCap = 'round'
  PAINTERS[symbol]?.(g, ink, casingColour(theme))
}

export interface Atlas {
  /** Data address of the painted sheet. */
  image: string
  mapping: Record<string, { x: number; y: number; width: number; height: number; mask: boolean }>
}

/** All symbols side by side in the colours of a mode and theme, and a white chevron to be tinted. */
export function buildAtlas(mode: MapMode, theme: ThemeName): Atlas {
  const names = [...SYMBOLS, 'chevron']
  const columns = 8
  const canvas = document.createElement('canvas')
  canvas.width = columns * SYMBOL_PX
  canvas.height = Math.ceil(names.length / columns) * SYMBOL_PX
  // The sheet is read back at once: a canvas on the graphics card would wait for everything queued there.
  const g = canvas.getContext('2d', { willReadFrequently: true })
  const mapping: Atlas['mapping'] = {}
  for (const [index, name] of names.entries()) {
    const x = (index % columns) * SYMBOL_PX
    const y = Math.floor(index / columns) * SYMBOL_PX
    mapping[name] = { x, y, width: SYMBOL_PX, height: SYMBOL_PX, mask: name === 'chevron' }
    if (!g) continue
    g.save()
    g.translate(x, y)
    if (name === 'chevron') paintChevron(g)
    else paintSymbol(g, name, mode, theme)
    g.restore()
  }
  return { image: canvas.toDataURL(), mapping }
}

function paintChevron(g: CanvasRenderingContext2D): void {
  // A mask: the layer gives it its colour.
  g.strokeStyle = '#ffffff'
  g.lineWidth = 11
  g.lineJoin = 'round'
  g.lineCap = 'round'
  g.beginPath()
  g.moveTo(22, 12)
  g.lineTo(44, 32)
  g.lineTo(22, 52)
  g.stroke()
}
