import { useEffect, useRef, useState } from 'react'
import styles from './sparkline.module.css'
import { drawSparkline } from './sparkline-draw.ts'
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
  const [box, setBox] = useState<{ width: number; height: number } | null>(null)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => setBox({ width: canvas.clientWidth, height: canvas.clientHeight }))
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas || !box) return
    const context = canvas.getContext('2d')
    if (!context) return
    const ratio = window.devicePixelRatio || 1
    // Large screens scale the layout by the root size: strokes and dots grow with it.
    const scale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
    canvas.width = Math.round(box.width * ratio)
    canvas.height = Math.round(box.height * ratio)
    context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0)
    const tokens = getComputedStyle(canvas)
    const token = (name: string): string => tokens.getPropertyValue(name).trim()
    drawSparkline(
      context,
      box.width / scale,
      box.height / scale,
      { values, band, floor, ended },
      { line: token(`--${tone}`), band: token('--band-3'), hatch: token('--hatch'), panel: token('--panel') },
    )
  }, [values, tone, band, floor, ended, box])

  return (
    <span className={styles[size]} title={label}>
      <canvas ref={canvasRef} className={styles.canvas} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
