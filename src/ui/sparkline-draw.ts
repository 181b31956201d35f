export interface SparklineShape {
  /** Evenly spaced values; NaN where there is no data. */
  values: ArrayLike<number>
  /** Normal range, drawn as a band; one of its ends may be infinite. */
  band: readonly [number, number] | null
  /** Lowest value of the scale; absent: from the data. */
  floor: number | null
  /** Data ended before now: hollow dot, hatch from there on. */
  ended: boolean
}

export interface SparklineInk {
  line: string
  band: string
  hatch: string
  panel: string
}

/** Scale of the drawing: data and band fit in, a flat line stands in the middle. */
export function sparklineScale(shape: SparklineShape): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < shape.values.length; i++) {
    const value = shape.values[i] ?? Number.NaN
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  if (shape.floor !== null) low = Math.min(low, shape.floor)
  for (const edge of shape.band ?? []) {
    if (!Number.isFinite(edge)) continue
    low = Math.min(low, edge)
    high = Math.max(high, edge)
  }
  if (low === high) return [low - 1, high + 1]
  return [low, high]
}

function hatch(context: CanvasRenderingContext2D, from: number, to: number, height: number, ink: string): void {
  context.save()
  context.beginPath()
  context.rect(from, 0, to - from, height)
  context.clip()
  context.strokeStyle = ink
  context.lineWidth = 1
  context.beginPath()
  for (let x = from - height; x < to; x += 6) {
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
  }
  context.stroke()
  context.restore()
}

/** Draws in CSS pixels; the caller has scaled the context to the device. Gaps stay gaps and are hatched. */
export function drawSparkline(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  shape: SparklineShape,
  ink: SparklineInk,
): void {
  const { values, band } = shape
  context.clearRect(0, 0, width, height)
  const last = values.length - 1
  if (last < 1) return
  const [low, high] = sparklineScale(shape)
  const dot = Math.max(2, Math.min(3, height / 10))
  const xOf = (i: number): number => 2 + (i / last) * (width - 4 - dot)
  const yOf = (value: number): number =>
    height - dot - 1 - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (height - 2 * dot - 2)
  if (band) {
    const top = band[1] === Infinity ? 0 : yOf(band[1])
    const bottom = band[0] === -Infinity ? height : yOf(band[0])
    context.fillStyle = ink.band
    context.fillRect(0, top, width, Math.max(1, bottom - top))
  }
  let newest = -1
  let gapFrom = -1
  for (let i = 0; i <= last; i++) {
    const known = Number.isFinite(values[i] ?? Number.NaN)
    if (known) newest = i
    if (!known && gapFrom < 0) gapFrom = i
    if ((known || i === last) && gapFrom >= 0) {
      const end = known ? xOf(i) : width
      if (gapFrom > 0 || !known) hatch(context, xOf(Math.max(0, gapFrom - 1)), end, height, ink.hatch)
      else hatch(context, 0, end, height, ink.hatch)
      gapFrom = -1
    }
  }
  context.strokeStyle = ink.line
  context.lineWidth = 1.5
  context.lineJoin = 'round'
  context.beginPath()
  let pen = false
  for (let i = 0; i <= last; i++) {
    const value = values[i] ?? Number.NaN
    if (!Number.isFinite(value)) pen = false
    else if (pen) context.lineTo(xOf(i), yOf(value))
    else {
      context.moveTo(xOf(i), yOf(value))
      pen = true
    }
  }
  context.stroke()
  if (newest < 0) return
  const hollow = shape.ended || newest < last
  context.beginPath()
  context.arc(xOf(newest), yOf(values[newest] ?? 0), dot, 0, 2 * Math.PI)
  context.fillStyle = hollow ? ink.panel : ink.line
  context.fill()
  if (hollow) context.stroke()
}
