import type { RefObject } from 'react'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import type { MapMark, MapText } from '../map-types.ts'
import type { Selection } from '../map-types.ts'
import styles from './marks.module.css'

const STATES = {
  'active-unacknowledged': 'unacknowledged',
  'active-acknowledged': 'acknowledged',
  'returned-unacknowledged': 'returned',
} as const

export interface MarksProps {
  marks: readonly MapMark[]
  layer: RefObject<HTMLDivElement | null>
  t: MapText
  onSelect: (selection: Selection) => void
}

/** Alarm marks above everything. React makes them, the map moves them. */
export function Marks({ marks, layer, t, onSelect }: MarksProps) {
  return (
    <div ref={layer} className={styles.layer}>
      {marks
        .toSorted((a, b) => b.priority - a.priority)
        .map((mark) => {
          const label = `${t(`priority.${mark.priority}`)}, ${t(`mark.${mark.state}`)}: ${mark.title}`
          return (
            <div key={mark.id} className={styles.mark} data-mark={mark.id} hidden>
              <button
                type="button"
                className={styles.button}
                aria-label={label}
                onClick={() => {
                  if (mark.assetId !== null) onSelect({ type: 'asset', id: mark.assetId })
                  else if (mark.plotId !== null) onSelect({ type: 'plot', id: mark.plotId })
                }}
              >
                <AlarmMark priority={mark.priority} state={STATES[mark.state]} label={label} size={28} />
              </button>
              <div className={styles.callout} data-callout>
                <strong>{mark.title}</strong>
                <span>{mark.detail}</span>
              </div>
            </div>
          )
        })}
    </div>
  )
}
