import type { CSSProperties, RefObject } from 'react'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { ExceptionMark } from '../../ui/exception-mark.tsx'
import type { MapMark, MapText, WallMap } from '../map-types.ts'
import type { Selection } from '../map-types.ts'
import { CHOSEN } from './mark-ground.ts'
import styles from './marks.module.css'
import { wallRoom } from './place-marks.ts'

const STATES = {
  'active-unacknowledged': 'unacknowledged',
  'active-acknowledged': 'acknowledged',
  'returned-unacknowledged': 'returned',
} as const

export interface MarksProps {
  marks: readonly MapMark[]
  layer: RefObject<HTMLDivElement | null>
  t: MapText
  /** Whether an asset is selected: a ring stands round its place. */
  chosen: boolean
  onSelect: (selection: Selection) => void
  onMark?: ((alarmId: string) => void) | undefined
  wall?: WallMap | undefined
}

function labelOf(mark: MapMark, t: MapText): string {
  const what = mark.exception
    ? t(`exception.${mark.exception}`)
    : `${t(`priority.${mark.priority}`)}, ${t(`mark.${mark.state}`)}`
  return `${what}: ${mark.title}`
}

/** An alarm's mark, or that of an exception. Without `px` it is as large as a desk needs it. */
function MarkSymbol({ mark, label, px }: { mark: MapMark; label: string; px?: number }) {
  if (mark.exception) {
    return <ExceptionMark kind={mark.exception} label={label} edge={px === undefined ? '1.25rem' : `${px}px`} />
  }
  const size = px === undefined ? { size: 24 } : { px }
  return (
    <AlarmMark
      priority={mark.priority}
      state={STATES[mark.state]}
      label={label}
      latched={mark.latched ?? false}
      {...size}
    />
  )
}

/** Marks on a wall: nothing to press, and one word beside each. */
function WallMarks({ marks, layer, t, wall }: Pick<MarksProps, 'marks' | 'layer' | 't'> & { wall: WallMap }) {
  return (
    <div ref={layer} className={styles.layer} data-wall="">
      {marks
        .toSorted((a, b) => b.priority - a.priority)
        .map((mark) => (
          <div key={mark.id} className={styles.mark} data-mark={mark.id} hidden>
            <div className={styles.wallMark} data-symbol="" style={{ width: wall.markPx, height: wall.markPx }}>
              <MarkSymbol mark={mark} label={labelOf(mark, t)} px={wall.markPx} />
            </div>
            <div
              className={styles.word}
              data-callout
              style={{ fontSize: wall.textPx, '--gap': `${wallRoom(wall).gap}px` } as CSSProperties}
            >
              {mark.title}
            </div>
          </div>
        ))}
    </div>
  )
}

/** Alarm marks above everything. React makes them, the map moves them. */
export function Marks({ marks, layer, t, chosen, onSelect, onMark, wall }: MarksProps) {
  if (wall) return <WallMarks marks={marks} layer={layer} t={t} wall={wall} />
  return (
    <div ref={layer} className={styles.layer}>
      {chosen ? (
        <div className={styles.mark} data-mark={CHOSEN} hidden>
          <div className={styles.chosen} />
        </div>
      ) : null}
      {marks
        .toSorted((a, b) => b.priority - a.priority)
        .map((mark) => {
          const label = labelOf(mark, t)
          return (
            <div key={mark.id} className={styles.mark} data-mark={mark.id} hidden>
              <button
                type="button"
                className={styles.button}
                aria-label={label}
                onClick={() => {
                  if (mark.alarmId !== undefined && onMark) onMark(mark.alarmId)
                  else if (mark.assetId !== null) onSelect({ type: 'asset', id: mark.assetId })
                  else if (mark.plotId !== null) onSelect({ type: 'plot', id: mark.plotId })
                }}
              >
                <MarkSymbol mark={mark} label={label} />
              </button>
              <div className={styles.leader} data-leader hidden />
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
