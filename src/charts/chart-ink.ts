/** Token values that a canvas chart is drawn with. */
export interface ChartInk {
  text: string
  text2: string
  hair: string
  rule: string
  panel: string
  band: string
  hatch: string
  line: string
  font: string
}

export type ChartTone = 'energy' | 'water' | 'wastewater' | 'waste' | 'text'

/** Reads the tokens of the theme that an element stands in. */
export function readChartInk(element: Element, tone: ChartTone): ChartInk {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    text: token('--text'),
    text2: token('--text2'),
    hair: token('--hair'),
    rule: token('--rule'),
    panel: token('--panel'),
    band: token('--band-2'),
    hatch: token('--hatch'),
    line: token(`--${tone}`),
    font: style.fontFamily,
  }
}

/** One tile of the hatch, to be repeated where data is missing or doubtful. */
export function hatchTile(ink: ChartInk): HTMLCanvasElement | null {
  const tile = document.createElement('canvas')
  tile.width = 8
  tile.height = 8
  const context = tile.getContext('2d')
  if (!context) return null
  context.strokeStyle = ink.hatch
  context.lineWidth = 1.2
  context.beginPath()
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8)
    context.lineTo(shift + 8, 0)
  }
  context.stroke()
  return tile
}
