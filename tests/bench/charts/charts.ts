import { decimate, type Decimated } from '../../../src/charts/decimate.ts'
import { init } from '../../../src/charts/echarts-parts.ts'
import { guardSinks } from '../../../src/app/trusted-types.ts'
import { drawSparkline } from '../../../src/ui/sparkline-draw.ts'

guardSinks()

/**
 * What charts cost in a browser: a day of seconds in four series brought down to two points a pixel and drawn by
 * ECharts, and 40 sparklines on canvases of their own. Beside each the least that a canvas can do with the same points.
 */
const SECONDS = 86_400
const SERIES = 4
const COLUMNS = 1096
const ROUNDS = 31
const SPARKLINES = 40
const TO_MS = SECONDS * 1000

const times = Float64Array.from({ length: SECONDS }, (_, k) => k * 1000)

/** Values of one round: no two rounds are alike, or nothing would have to be drawn. */
function valuesOf(series: number, round: number): Float64Array {
  return Float64Array.from({ length: SECONDS }, (_, k) =>
    k % 7000 < 60 ? Number.NaN : 100 + 20 * Math.sin((k + round * 40) / 900 + series) + (k % 13),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function canvasContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return context
}

function pairsOf({ times: at, values, length }: Decimated): Float64Array {
  const pairs = new Float64Array(length * 2)
  for (let k = 0; k < length; k++) {
    pairs[2 * k] = at[k] ?? Number.NaN
    pairs[2 * k + 1] = values[k] ?? Number.NaN
  }
  return pairs
}

/** The same points as plain strokes. */
function strokePlain(context: CanvasRenderingContext2D, list: readonly Decimated[]): void {
  context.clearRect(0, 0, COLUMNS, 340)
  for (const { times: at, values, length } of list) {
    context.beginPath()
    for (let k = 0; k < length; k++) {
      const [x, y] = [((at[k] ?? 0) / TO_MS) * COLUMNS, 340 - (values[k] ?? 0) * 2]
      if (k === 0 || Number.isNaN(y)) context.moveTo(x, Number.isNaN(y) ? 0 : y)
      else context.lineTo(x, y)
    }
    context.stroke()
  }
}

const host = document.getElementById('chart')
const plain = document.getElementById('plain')
if (!(host instanceof HTMLElement) || !(plain instanceof HTMLCanvasElement)) throw new Error('the page is not whole')
const chart = init(host, null, { renderer: 'canvas' })
chart.setOption({
  animation: false,
  xAxis: { type: 'value', min: 0, max: TO_MS },
  yAxis: { type: 'value', min: 60, max: 140 },
})
const plainContext = canvasContext(plain)
const kept: (Decimated | undefined)[] = []
const updates: number[] = []
const floors: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const series = Array.from({ length: SERIES }, (_, s) => valuesOf(s, round))
  const start = performance.now()
  const lines = series.map((values, s) => {
    const line = decimate(times, values, 0, TO_MS, COLUMNS, kept[s])
    kept[s] = line
    return line
  })
  chart.setOption({
    series: lines.map((line, s) => ({
      id: String(s),
      type: 'line',
      data: pairsOf(line),
      dimensions: ['time', 'value'],
      showSymbol: false,
      connectNulls: false,
    })),
  })
  chart.getZr().flush()
  updates.push(performance.now() - start)
  const plainStart = performance.now()
  strokePlain(plainContext, lines)
  floors.push(performance.now() - plainStart)
}

const sparkHost = document.getElementById('sparklines')
const contexts = Array.from({ length: SPARKLINES }, () => {
  const canvas = document.createElement('canvas')
  canvas.width = 112
  canvas.height = 32
  sparkHost?.append(canvas)
  return canvasContext(canvas)
})
const ink = { line: '#fff', band: '#222', hatch: '#444', panel: '#111' }
const sparks: number[] = []
const sparkFloors: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  const values = Float64Array.from({ length: 96 }, (_, k) => 50 + 20 * Math.sin((k + round) / 5))
  const shape = { values, band: null, floor: null, ended: false }
  const start = performance.now()
  for (const context of contexts) drawSparkline(context, 112, 32, shape, ink)
  sparks.push(performance.now() - start)
  const plainStart = performance.now()
  for (const context of contexts) {
    context.clearRect(0, 0, 112, 32)
    context.beginPath()
    for (let k = 0; k < 96; k++) context.lineTo((k / 95) * 112, 32 - (values[k] ?? 0) / 3)
    context.stroke()
  }
  sparkFloors.push(performance.now() - plainStart)
}

performance.mark('bench:charts', {
  detail: {
    update: median(updates),
    updateFloor: median(floors),
    sparklines: median(sparks),
    sparklinesFloor: median(sparkFloors),
  },
})
