import type { Network, SiteKind } from '../contract/collections.ts'
import { HATCH_PX, drawHatch } from './hatch.ts'
import type { MapMode, ThemeName } from './map-types.ts'
import { networkColour } from './network-tokens.ts'
import { paletteOf } from './tokens.ts'

export interface MapImage {
  id: string
  data: ImageData
  pixelRatio: number
}

type Draw = (g: CanvasRenderingContext2D) => void

/** Badges are drawn on a 52-unit grid at two device pixels per unit of the style. */
const BADGE = 52

function draw(width: number, height: number, paint: Draw): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const g = canvas.getContext('2d', { willReadFrequently: true })
  if (!g) return null
  paint(g)
  return g.getImageData(0, 0, width, height)
}

/** Pictogram of each kind of site; silhouettes differ, so that they read without colour. */
const SITE_PICTOGRAMS: Readonly<Record<SiteKind, Draw>> = {
  substation: (g) => {
    g.beginPath()
    g.moveTo(29, 11)
    g.lineTo(17, 28)
    g.lineTo(25, 28)
    g.lineTo(22, 41)
    g.lineTo(35, 23)
    g.lineTo(27, 23)
    g.closePath()
    g.fill()
  },
  'water-plant': (g) => {
    g.beginPath()
    g.moveTo(26, 11)
    g.bezierCurveTo(39, 26, 38, 40, 26, 40)
    g.bezierCurveTo(14, 40, 13, 26, 26, 11)
    g.fill()
  },
  'wastewater-plant': (g) => {
    for (const y of [18, 26, 34]) {
      g.beginPath()
      g.moveTo(12, y)
      g.bezierCurveTo(18, y - 7, 22, y + 6, 27, y)
      g.bezierCurveTo(32, y - 6, 35, y + 5, 40, y)
      g.stroke()
    }
  },
  'transfer-station': (g) => {
    g.strokeRect(17, 19, 18, 20)
    g.beginPath()
    g.moveTo(13, 15)
    g.lineTo(39, 15)
    g.moveTo(22, 11)
    g.lineTo(30, 11)
    g.moveTo(23, 25)
    g.lineTo(23, 34)
    g.moveTo(29, 25)
    g.lineTo(29, 34)
    g.stroke()
  },
  service: (g) => {
    g.strokeRect(14, 13, 13, 26)
    g.strokeRect(27, 22, 11, 17)
  },
  'fire-station': (g) => {
    g.beginPath()
    g.arc(26, 29, 9, 0, Math.PI * 2)
    g.moveTo(26, 11)
    g.lineTo(26, 20)
    g.stroke()
  },
  housing: (g) => {
    g.beginPath()
    g.moveTo(12, 26)
    g.lineTo(26, 13)
    g.lineTo(40, 26)
    g.moveTo(16, 25)
    g.lineTo(16, 39)
    g.lineTo(36, 39)
    g.lineTo(36, 25)
    g.stroke()
  },
  park: (g) => {
    g.beginPath()
    g.arc(26, 21, 10, 0, Math.PI * 2)
    g.fill()
    g.beginPath()
    g.moveTo(26, 28)
    g.lineTo(26, 41)
    g.stroke()
  },
}

const SITE_NETWORK: Partial<Record<SiteKind, Network>> = {
  substation: 'power-22',
  'water-plant': 'water',
  'wastewater-plant': 'sewer',
  'transfer-station': 'waste-route',
}

/** Images of the style in the colours of a mode and theme: the quality hatch and the site badges. */
export function styleImages(mode: MapMode, theme: ThemeName): MapImage[] {
  const palette = paletteOf(mode, theme)
  const images: MapImage[] = []
  const add = (id: string, data: ImageData | null) => {
    if (data) images.push({ id, data, pixelRatio: 2 })
  }
  add(
    'hatch',
    draw(HATCH_PX, HATCH_PX, (g) => drawHatch(g, palette)),
  )
  for (const [kind, pictogram] of Object.entries(SITE_PICTOGRAMS)) {
    const network = Object.entries(SITE_NETWORK).find(([site]) => site === kind)?.[1]
    const colour = mode === 'assets' && network ? networkColour(network, mode, theme) : palette.asset
    add(
      `site-${kind}`,
      draw(BADGE, BADGE, (g) => {
        g.lineJoin = 'round'
        g.lineCap = 'round'
        g.lineWidth = 4
        g.fillStyle = palette.badge
        g.strokeStyle = colour
        g.beginPath()
        g.roundRect(4, 4, 44, 44, 9)
        g.fill()
        g.stroke()
        g.fillStyle = colour
        pictogram(g)
      }),
    )
  }
  return images
}
