import { useEffect, useRef, useState } from 'react'
import styles from './sparkline.module.css'
import { type SparklineInk, drawSparkline } from './sparkline-draw.ts'
import { useThemeName } from './theme-context.ts'

export type SparklineTone = 'energy' | 'water' | 'wastewater' | 'waste' | 'text'

export interface SparklineProps {
  values: ArrayLike<number>
  tone: SparklineTone
  label: string
  band?: readonly [number, number] | null
  floor?: number | null
  ended?: boolean
  size?: 'tile' | 'row'
}

/** Word-sized trend on a canvas: no axes, gaps stay gaps. The label says what it shows. */
export function Sparkline(props: SparklineProps) {
  // A new theme has new ink: start over with a new canvas.
  return <SparklineCanvas key={useThemeName()} {...props} />
}

/** What a canvas is drawn with: it changes with its size alone, its values change every second. */
interface Sheet {
  context: CanvasRenderingContext2D
  /** Of the drawing, before it is scaled to the device. */
  width: number
  height: number
  /** Pixels of the device for one of the page. */
  ratio: number
  ink: SparklineInk
}

/** Makes a canvas as large as it stands on the screen. Null where there is none to draw on. */
function sheetOf(canvas: HTMLCanvasElement, tone: SparklineTone): Sheet | null {
  const context = canvas.getContext('2d')
  if (!context) return null
  const ratio = window.devicePixelRatio
  // Large screens scale the layout by the root size: strokes and dots grow with it.
  const scale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
  canvas.width = Math.round(canvas.clientWidth * ratio)
  canvas.height = Math.round(canvas.clientHeight * ratio)
  context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0)
  const tokens = getComputedStyle(canvas)
  const token = (name: string): string => tokens.getPropertyValue(name).trim()
  return {
    context,
    width: canvas.clientWidth / scale,
    height: canvas.clientHeight / scale,
    ratio,
    ink: { line: token(`--${tone}`), band: token('--band-3'), hatch: token('--hatch'), panel: token('--panel') },
  }
}

function SparklineCanvas({
  values,
  tone,
  label,
  band = null,
  floor = null,
  ended = false,
  size = 'tile',
}: SparklineProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  // A page's first figures come before their trends: a dozen empty canvases would take their time from them.
  const hasTrend = values.length > 1

  useEffect(() => {
    const canvas = canvasRef.current
    if (!hasTrend || !canvas || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => setSheet(sheetOf(canvas, tone)))
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [tone, hasTrend])

  useEffect(() => {
    const canvas = canvasRef.current
    if (!sheet || !canvas) return
    // A page that was zoomed, or moved to another screen.
    if (sheet.ratio !== window.devicePixelRatio) setSheet(sheetOf(canvas, tone))
    else drawSparkline(sheet.context, sheet.width, sheet.height, { values, band, floor, ended }, sheet.ink)
  }, [values, tone, band, floor, ended, sheet])

  return (
    <span className={styles[size]} title={label}>
      <canvas ref={canvasRef} className={styles.canvas} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
