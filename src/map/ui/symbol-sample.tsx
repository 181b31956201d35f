import { useEffect, useRef } from 'react'
import { paintSymbol } from '../overlay/symbols.ts'
import type { MapMode, ThemeName } from '../map-types.ts'
import styles from './legend.module.css'

/** A point symbol as the map draws it: the same painter fills the legend and the overlay's atlas. */
export function SymbolSample({ symbol, mode, theme }: { symbol: string; mode: MapMode; theme: ThemeName }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const g = canvas.current?.getContext('2d')
    if (!g) return
    g.clearRect(0, 0, 36, 36)
    g.save()
    g.scale(36 / 64, 36 / 64)
    paintSymbol(g, symbol, mode, theme)
    g.restore()
  }, [symbol, mode, theme])
  return <canvas ref={canvas} className={styles.symbol} width={36} height={36} aria-hidden="true" />
}
