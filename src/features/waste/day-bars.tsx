import { useRef } from 'react'
import { linearScale, niceTicks } from '../../charts/scale.ts'
import { useSize } from '../../charts/use-size.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './day-bars.module.css'

export interface DayBar {
  dayMs: number
  collectedT: number | null
  divertedT: number | null
}

const LEFT = 36
const RIGHT = 88
const AXIS = 20
const TOP = 8

/** Mass by day, of which diverted; a day without a number is hatched, today is drawn hollow because it is not over. */
export function DayBars({ bars }: { bars: readonly DayBar[] }) {
  const t = useText('waste')
  const format = useFormat()
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const scale = size?.scale ?? 1
  const width = (size?.width ?? 0) / scale
  const height = (size?.height ?? 0) / scale
  const most = Math.max(1, ...bars.map(({ collectedT }) => collectedT ?? 0))
  const y = linearScale(0, most, height - AXIS, TOP)
  const slot = Math.max(1, (width - LEFT - RIGHT) / Math.max(1, bars.length))
  const last = bars.findLast(({ collectedT }, i) => i < bars.length - 1 && collectedT !== null)
  return (
    <div className={styles.host} ref={hostRef}>
      {size && width > LEFT + RIGHT ? (
        <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('days.label')}>
          <defs>
            <pattern id="waste-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          {niceTicks(0, most, 3).map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
              <text className={styles.tick} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {bars.map(({ dayMs, collectedT, divertedT }, i) => {
            const x = LEFT + i * slot + 1
            const today = i === bars.length - 1
            return (
              <g key={dayMs}>
                {collectedT === null ? (
                  <rect fill="url(#waste-gap)" x={x} width={Math.max(1, slot - 2)} y={TOP} height={y(0) - TOP} />
                ) : (
                  <>
                    <rect
                      className={today ? styles.today : styles.rest}
                      x={x}
                      width={Math.max(1, slot - 2)}
                      y={y(collectedT)}
                      height={y(0) - y(collectedT)}
                    />
                    <rect
                      className={today ? styles.today : styles.diverted}
                      x={x}
                      width={Math.max(1, slot - 2)}
                      y={y(divertedT ?? 0)}
                      height={y(0) - y(divertedT ?? 0)}
                    />
                  </>
                )}
                {(bars.length - 1 - i) % 7 === 0 ? (
                  <text className={styles.tick} x={x + slot / 2 - 1} y={height - 4} textAnchor="middle">
                    {format.dateShort(dayMs)}
                  </text>
                ) : null}
              </g>
            )
          })}
          {last ? (
            <>
              <text className={styles.name} x={width - RIGHT + 8} y={y(last.collectedT ?? 0) + 4}>
                {t('days.collected')}
              </text>
              <text className={styles.name} x={width - RIGHT + 8} y={y((last.divertedT ?? 0) / 2) + 4}>
                {t('days.diverted')}
              </text>
            </>
          ) : null}
        </svg>
      ) : null}
    </div>
  )
}
