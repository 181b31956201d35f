import type { RefObject } from 'react'
import type { MapText } from '../map-types.ts'
import { Legend } from './legend.tsx'
import type { LegendProps } from './legend.tsx'
import styles from './map-foot.module.css'

export interface FootRefs {
  bar: RefObject<HTMLSpanElement | null>
  scale: RefObject<HTMLSpanElement | null>
  north: RefObject<SVGSVGElement | null>
}

export interface MapFootProps extends LegendProps {
  t: MapText
  /** The plan is schematic, the readings simulated: said wherever the map is. */
  schematic: boolean
  simulated: boolean
  barRef: RefObject<HTMLSpanElement | null>
  scaleRef: RefObject<HTMLSpanElement | null>
  northRef: RefObject<SVGSVGElement | null>
}

/** One bar under the map: legend, what the plan is worth, scale and north. */
export function MapFoot(props: MapFootProps) {
  const { t, schematic, simulated, barRef, scaleRef, northRef } = props
  const status = [schematic ? t('status.schematic') : t('status.surveyed'), simulated ? t('status.simulated') : null]
  return (
    <div className={styles.foot}>
      <Legend {...props} />
      <div className={styles.right}>
        <span className={styles.status}>{status.filter((text) => text !== null).join(' · ')}</span>
        <span className={styles.scale} data-screen-only="">
          <span ref={barRef} className={styles.bar} />
          <span ref={scaleRef} className={styles.length} />
        </span>
        <svg ref={northRef} className={styles.north} viewBox="0 0 12 16" role="img" aria-label={t('north')}>
          <path d="M6 0.5L11.5 15L6 11.6L0.5 15Z" fill="currentColor" />
        </svg>
      </div>
    </div>
  )
}
