import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Bullet } from './bullet.tsx'
import { Figure, FigureNote } from './figure.tsx'
import styles from './kpi-tile.module.css'
import type { FigureState } from './quality-note.ts'
import { Sparkline } from './sparkline.tsx'
import { StreamMark, type KpiStream } from './stream-mark.tsx'

export interface KpiTileProps {
  stream: KpiStream
  title: string
  value: number | null
  unit: string
  decimals: number
  state: FigureState
  /** Replaces the age while all is well: "today", "factor 2023". */
  calm?: string | undefined
  target: number | null
  /** Target in words: "contract 160.0". */
  targetText: string
  bulletMax: number
  spark: ArrayLike<number>
  sparkFloor?: number | null
  /** Range in which the trend is as it should be; null where none is defined. */
  band: readonly [number, number] | null
}

/** One figure of the band: stream, name, value, 24 h trend, target and freshness. */
export function KpiTile(props: KpiTileProps) {
  const t = useText('kpi')
  const format = useFormat()
  const { stream, title, value, unit, decimals, state, target, targetText } = props
  const usable = value !== null && Number.isFinite(value)
  const stale = state.freshness !== 'live' && state.freshness !== 'late'
  return (
    <article className={styles.tile} aria-label={title} data-stream={stream}>
      <header className={styles.head}>
        <StreamMark stream={stream} />
        <h3 className={styles.title} title={title}>
          {title}
        </h3>
      </header>
      <div className={styles.middle}>
        <Figure value={value} unit={unit} decimals={decimals} state={state} size="large" />
        <Sparkline
          values={props.spark}
          tone={stream}
          label={t(props.band ? 'spark.band' : 'spark.noBand', { name: title, target: targetText })}
          band={props.band}
          floor={props.sparkFloor ?? null}
          ended={stale}
        />
      </div>
      <footer className={styles.foot}>
        <span className={styles.target}>
          <Bullet
            value={value}
            target={target}
            max={props.bulletMax}
            label={t('bullet.label', {
              value: usable ? format.quantity(value, unit, decimals) : '–',
              target: targetText,
            })}
          />
          <span className={styles.words} title={targetText}>
            {targetText}
          </span>
        </span>
        <FigureNote state={state} calm={props.calm} />
      </footer>
    </article>
  )
}
