import type { ReactNode } from 'react'
import { TrendLine } from '../../charts/trend-line.tsx'
import type { KpiDefinition } from '../../domain/kpi/kpi-definitions.data.ts'
import { wallDecimals } from '../../domain/wall/digits.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { qualityNote, type FigureState } from '../../ui/quality-note.ts'
import { StreamMark, type KpiStream } from '../../ui/stream-mark.tsx'
import { useWall } from './wall-context.ts'
import styles from './wall.module.css'

export interface RowProps {
  stream: KpiStream
  name: string
  /** Target, limit or place; gives way to the word of the quality when that is not calm. */
  note: string
  value: number | null
  unit: string
  decimals: number
  state?: FigureState | undefined
  /** What stands between name and figure: a trend or a bar. */
  middle?: ReactNode
}

/** One figure that can be read from the farthest place: stream, name, target, trend, value with unit. */
export function Row({ stream, name, note, value, unit, decimals, state, middle = null }: RowProps) {
  const format = useFormat()
  const quality = useText('quality')
  const said = state ? qualityNote(state, quality, format) : null
  return (
    <div className={styles.row}>
      <span className={styles.letter}>
        <StreamMark stream={stream} />
      </span>
      <div className={styles.names}>
        <div className={styles.name}>{name}</div>
        {said?.strong ? (
          <div className={cx(styles.target, styles.strong)}>{said.text}</div>
        ) : (
          <div className={styles.target} data-beside="">
            {note}
          </div>
        )}
      </div>
      <div className={styles.middle}>{said?.strong ? null : middle}</div>
      <Figure value={value} unit={unit} decimals={wallDecimals(value, decimals)} state={state} size="wall" />
    </div>
  )
}

/** One of the twelve key figures. */
export function KpiRow({ id }: { id: KpiDefinition['id'] }) {
  const t = useText('wall')
  const kpi = useText('kpi')
  const format = useFormat()
  const { kpis, layout } = useWall()
  const view = kpis.get(id)
  if (!view) return null
  const { definition, result, target } = view
  const { freshness, quality, ageMs, sourceTimeMs, contributing, expected } = result
  const counts = definition.formula.type !== 'day-mean' || result.value === null
  const note =
    target === null
      ? kpi('target.unknown')
      : kpi(`target.${definition.targetWord}`, {
          value: format.number(target, wallDecimals(target, definition.decimals)),
        })
  return (
    <Row
      stream={definition.stream}
      name={t(`kpi.${id}`)}
      note={note}
      value={result.value}
      unit={definition.unit}
      decimals={definition.decimals}
      state={{
        freshness,
        quality,
        ageMs,
        sourceTimeMs,
        coverage: counts ? { contributing, expected } : undefined,
      }}
      middle={
        result.spark.length > 1 ? (
          <TrendLine
            values={result.spark}
            tone={definition.stream}
            floor={definition.sparkFloor}
            label={kpi('spark.label', { name: t(`kpi.${id}`) })}
            strokePx={layout.type.text / 17}
          />
        ) : null
      }
    />
  )
}
