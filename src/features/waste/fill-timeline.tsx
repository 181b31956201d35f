import { useRef } from 'react'
import { linearScale } from '../../charts/scale.ts'
import { useSize } from '../../charts/use-size.ts'
import { dayStartMs } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { AHEAD_HOURS, type FillLane } from './fill-lanes.ts'
import styles from './fill-timeline.module.css'

const HOUR_MS = 3_600_000
const LABEL = 188
const LATER = 132
const AXIS = 20
const UNIT = 4

/** Hours of the axis: every sixth hour of the park's day. */
function ticksFrom(nowMs: number, zone: string): number[] {
  const ticks: number[] = []
  const last = nowMs + AHEAD_HOURS * HOUR_MS
  for (let at = dayStartMs(nowMs, zone); at <= last; at += 6 * HOUR_MS) if (at > nowMs + 3 * HOUR_MS) ticks.push(at)
  return ticks
}

/** When containers fill up, hour by hour and stream by stream, under the rounds that will empty them. */
export function FillTimeline({ lanes, nowMs }: { lanes: readonly FillLane[]; nowMs: number }) {
  const t = useText('waste')
  const words = useText('words')
  const format = useFormat()
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const scale = size?.scale ?? 1
  const width = (size?.width ?? 0) / scale
  const height = (size?.height ?? 0) / scale
  const x = linearScale(nowMs, nowMs + AHEAD_HOURS * HOUR_MS, LABEL, Math.max(LABEL + 1, width - LATER))
  const laneHeight = lanes.length > 0 ? (height - AXIS) / lanes.length : 0
  const most = Math.max(1, ...lanes.flatMap(({ hours }) => hours.map(({ calm, urgent }) => calm + urgent)))
  const unit = Math.min(UNIT, (laneHeight - 12) / most)
  const column = Math.max(2, (width - LABEL - LATER) / AHEAD_HOURS - 2)
  return (
    <div className={styles.host} ref={hostRef}>
      {size && width > 0 ? (
        <svg
          className={styles.chart}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('timeline.label', { hours: AHEAD_HOURS })}
        >
          {ticksFrom(nowMs, format.zone).map((at) => {
            const isMidnight = dayStartMs(at, format.zone) === at
            return (
              <g key={at}>
                <line
                  className={isMidnight ? styles.day : styles.grid}
                  x1={x(at)}
                  x2={x(at)}
                  y1={0}
                  y2={height - AXIS}
                />
                <text className={styles.tick} x={x(at)} y={height - 4} textAnchor="middle">
                  {isMidnight ? format.dateShort(at) : format.timeShort(at)}
                </text>
              </g>
            )
          })}
          {lanes.map((lane, i) => {
            const base = (i + 1) * laneHeight - 3
            return (
              <g key={lane.stream}>
                <text className={styles.lane} x={0} y={base - laneHeight / 2 + 8}>
                  {words(`waste.${lane.stream}`)}
                </text>
                {lane.rounds.map(({ code, startMs, fromMs, toMs }) => (
                  <g key={`${code} ${startMs}`}>
                    <rect
                      className={styles.round}
                      x={x(fromMs)}
                      width={Math.max(2, x(Math.min(toMs, nowMs + AHEAD_HOURS * HOUR_MS)) - x(fromMs))}
                      y={base - laneHeight + 5}
                      height={laneHeight - 4}
                    >
                      <title>{t('timeline.round', { vehicle: code, time: format.timeShort(startMs) })}</title>
                    </rect>
                  </g>
                ))}
                {lane.hours.map(({ fromMs, calm, urgent }) => {
                  const left = x(fromMs) + 1
                  return calm + urgent === 0 ? null : (
                    <g key={fromMs}>
                      <rect
                        className={styles.calm}
                        x={left}
                        width={column}
                        y={base - (calm + urgent) * unit}
                        height={calm * unit}
                      />
                      <rect
                        className={styles.urgent}
                        x={left}
                        width={column}
                        y={base - urgent * unit}
                        height={urgent * unit}
                      />
                    </g>
                  )
                })}
                <line className={styles.base} x1={LABEL} x2={width - LATER} y1={base} y2={base} />
                <text className={styles.later} x={width} y={base - laneHeight / 2 + 8} textAnchor="end">
                  {[
                    ...(lane.later > 0 ? [t('timeline.later', { count: lane.later })] : []),
                    ...(lane.unknown > 0 ? [t('timeline.unknown', { count: lane.unknown })] : []),
                  ].join(' · ')}
                </text>
              </g>
            )
          })}
          <line className={styles.now} x1={x(nowMs)} x2={x(nowMs)} y1={0} y2={height - AXIS} />
          <text className={styles.tick} x={x(nowMs)} y={height - 4} textAnchor="start">
            {format.timeShort(nowMs)}
          </text>
        </svg>
      ) : null}
    </div>
  )
}
