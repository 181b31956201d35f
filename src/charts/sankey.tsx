import { useId, useRef } from 'react'
import {
  layoutSankey,
  neededHeight,
  ribbonPath,
  scaleOf,
  type PlacedItem,
  type SankeyBox,
  type SankeyItem,
} from './sankey-layout.ts'
import type { ChartTone } from './chart-ink.ts'
import { cx } from '../ui/cx.ts'
import styles from './sankey.module.css'
import { useSize, type Size } from './use-size.ts'

const ROW = 20
/** Free space below the drawing. */
const FOOT = 8
/** What the total of `full` measures, in layout pixels. */
const FULL_BAND = 128

export interface SankeyProps {
  label: string
  /** Stream whose colour the supply wears. */
  tone: ChartTone
  /** Name and total of the middle. */
  middle: string
  sources: readonly SankeyItem[]
  uses: readonly SankeyItem[]
  /** A value with its unit, as it stands beside a flow. */
  value: (item: SankeyItem) => string
  /** Share of what was supplied, in words. */
  share: (item: SankeyItem) => string
  /**
   * Total that gets a band of 8 rem: drawings with the same one share a scale, and each is as high as its rows need.
   * Without it the drawing fills the place that it is given.
   */
  full?: number | undefined
}

function Drawing({ size, label, tone, middle, sources, uses, value, share, full }: SankeyProps & { size: Size }) {
  const hatchId = useId()
  const { scale, width, height } = size
  const names = Math.min(280 * scale, width * 0.42)
  const box: SankeyBox = {
    width,
    height: height - FOOT * scale,
    sourceX: Math.min(200 * scale, width * 0.24),
    middleX: width * 0.42,
    useX: Math.max(width * 0.42 + 48 * scale, width - names - 100 * scale),
    rowHeight: ROW * scale,
    shared: full === undefined ? undefined : scaleOf(full, FULL_BAND * scale),
  }
  const layout = layoutSankey(sources, uses, box)
  const ink = `var(--${tone})`
  const fillOf = (item: PlacedItem): string => (item.look === 'unaccounted' ? `url(#${hatchId})` : '')
  return (
    <svg className={styles.svg} width={width} height={height} role="img" aria-label={label}>
      <defs>
        <pattern id={hatchId} width={8} height={8} patternUnits="userSpaceOnUse">
          <path className={styles.hatch} d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
        </pattern>
      </defs>
      {layout.sources.map((item) => (
        <g key={item.id}>
          <path
            className={styles.supply}
            style={{ fill: ink }}
            d={ribbonPath(box.sourceX + 6, item.y, item.h, box.middleX, item.middleY, item.value * layout.scale)}
          />
          <rect x={box.sourceX} y={item.y} width={6 * scale} height={item.h} style={{ fill: ink }} />
          <text
            className={styles.name}
            x={box.sourceX - 8 * scale}
            y={item.labelY + (item.h < 36 * scale ? 5 : -3) * scale}
            textAnchor="end"
          >
            {item.h < 36 * scale ? `${item.label} ` : item.label}
            {item.h < 36 * scale ? <tspan className={styles.small}>{value(item)}</tspan> : null}
          </text>
          {item.h < 36 * scale ? null : (
            <text className={styles.small} x={box.sourceX - 8 * scale} y={item.labelY + 14 * scale} textAnchor="end">
              {value(item)}
            </text>
          )}
        </g>
      ))}
      <rect className={styles.middle} x={box.middleX} y={layout.middleY} width={8 * scale} height={layout.middleH} />
      <text
        className={styles.halo}
        x={box.middleX + 4 * scale}
        y={Math.max(12 * scale, layout.middleY - 10 * scale)}
        textAnchor="middle"
      >
        {middle}
      </text>
      {layout.uses.map((item) => (
        <g key={item.id}>
          <path
            className={styles[item.look]}
            {...(item.look === 'unaccounted' ? { fill: fillOf(item) } : {})}
            d={ribbonPath(
              box.middleX + 8 * scale,
              item.middleY,
              Math.max(0, item.value) * layout.scale,
              box.useX,
              item.y,
              item.h,
            )}
          />
          <rect
            className={item.look === 'use' ? styles.useBar : styles.middle}
            x={box.useX}
            y={item.y}
            width={6 * scale}
            height={item.h}
          />
          <text
            className={item.look === 'use' ? styles.name : styles.strong}
            x={box.useX + 14 * scale}
            y={item.labelY + 5 * scale}
          >
            {item.label}
          </text>
          <text className={styles.name} x={width - 72 * scale} y={item.labelY + 5 * scale} textAnchor="end">
            {value(item)}
          </text>
          <text className={styles.share} x={width} y={item.labelY + 5 * scale} textAnchor="end">
            {share(item)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Where energy or water comes from and where it goes, widths in one scale; what is not explained is hatched and named. */
export function Sankey(props: SankeyProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const { full, sources, uses } = props
  // One pixel more: the browser rounds the height that it tells.
  const rem = full === undefined ? null : (neededHeight(sources, uses, scaleOf(full, FULL_BAND), ROW) + FOOT + 1) / 16
  return (
    <div
      ref={hostRef}
      className={cx(styles.host, rem !== null && styles.own)}
      style={rem === null ? undefined : { height: `${rem}rem` }}
    >
      {size && size.width > 0 && size.height > 0 ? <Drawing {...props} size={size} /> : null}
    </div>
  )
}
