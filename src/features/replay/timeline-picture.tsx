import { useMemo } from 'react'
import { rankOf } from '../../domain/alarms/alarm-list.ts'
import { alarmTicks } from '../../domain/replay/timeline.ts'
import { HatchPattern } from '../../charts/hatch.tsx'
import { gapPath, linearScale } from '../../charts/scale.ts'
import type { Size } from '../../charts/use-size.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { useEntryTitle } from '../../ui/use-entry-title.ts'
import styles from './replay-bar.module.css'
import type { Timeline } from './use-timeline.ts'

const HOUR_MS = 3_600_000
const QUARTER_MS = 900_000
/** Layout pixels: lanes from the top, and the width that a mark needs for itself. */
const MARKS_Y = 4
const MARK = 14
const EVENTS_Y = 24
const EVENT_HEIGHT = 6
const STRIP_TOP = 32
const AXIS = 16

/** Marks, events and demand of one day. It is drawn when its data change, not when the cursor moves. */
export function TimelinePicture({ timeline, size }: { timeline: Timeline; size: Size }) {
  const t = useText('replay')
  const words = useText('words')
  const format = useFormat()
  const titleOf = useEntryTitle()
  const { span, nowMs, entries, events, demand, keptFromMs } = timeline
  const { width, height, scale } = size
  const x = useMemo(() => linearScale(span.fromMs, span.toMs, 0, width), [span, width])
  const ticks = useMemo(
    () => alarmTicks(entries, span, ((MARK + 6) * scale * (span.toMs - span.fromMs)) / Math.max(1, width)),
    [entries, span, scale, width],
  )
  const floor = height - AXIS * scale
  const path = useMemo(() => {
    if (demand === null) return ''
    const high = demand.reduce((most, value) => (value > most ? value : most), 1)
    const y = linearScale(0, high, floor, STRIP_TOP * scale)
    return gapPath(
      demand.map((_, k) => x(span.fromMs + (k + 0.5) * QUARTER_MS)),
      demand.map((value) => y(value)),
    )
  }, [demand, x, span, floor, scale])
  const everyHours = width / scale < 900 ? 4 : 2
  const hours = Array.from({ length: Math.floor((span.toMs - span.fromMs) / (everyHours * HOUR_MS)) }, (_, k) => {
    const first = Math.ceil(span.fromMs / HOUR_MS) * HOUR_MS
    return first + k * everyHours * HOUR_MS
  })
  const keptX = keptFromMs === null ? 0 : Math.min(width, Math.max(0, x(keptFromMs)))
  const nowX = nowMs === null ? width : Math.min(width, Math.max(0, x(nowMs)))
  return (
    <>
      <svg className={styles.picture} width={width} height={height} aria-hidden="true">
        <defs>
          <HatchPattern id="replay-hatch" scale={scale} />
        </defs>
        {hours.map((ms) => (
          <g key={ms}>
            <path className={styles.grid} d={`M${x(ms)} 0V${floor}`} />
            <text className={styles.hour} x={x(ms) + 4 * scale} y={height - 4 * scale}>
              {format.timeShort(ms)}
            </text>
          </g>
        ))}
        {/* Alarms of this time are not kept, or it has not come yet. */}
        <rect x={0} y={0} width={keptX} height={STRIP_TOP * scale} fill="url(#replay-hatch)" />
        <rect x={nowX} y={0} width={Math.max(0, width - nowX)} height={floor} fill="url(#replay-hatch)" />
        <path className={styles.demand} d={path} />
        <path className={styles.floor} d={`M0 ${floor}H${width}`} />
        {events.map((ms) => (
          <path key={ms} className={styles.event} d={`M${x(ms)} ${EVENTS_Y * scale}v${EVENT_HEIGHT * scale}`} />
        ))}
      </svg>
      <ul className={styles.marks} aria-label={t('marks')}>
        {ticks.map(({ atMs, priority, count, entry }) => (
          <li
            key={entry.seq}
            className={styles.mark}
            style={{ left: `${x(atMs) / scale / 16}rem`, top: `${MARKS_Y / 16}rem` }}
            title={`${format.time(atMs)} · ${titleOf(entry)}`}
          >
            <AlarmMark
              priority={rankOf(priority)}
              state="acknowledged"
              size={MARK}
              label={`${format.time(atMs)} ${words(`alarm.priority.${priority}`)} ${titleOf(entry)}`}
            />
            {count > 1 ? <span className={styles.count}>{format.number(count)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
