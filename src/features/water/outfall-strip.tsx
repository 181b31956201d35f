import { useMemo } from 'react'
import type { Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { pointOf } from '../../domain/water/plant-units.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import styles from './plant.module.css'

const KINDS = ['flow', 'ph', 'cod', 'tss', 'ammonium', 'temperature'] as const

function Cell({ point, label }: { point: Point; label: string }) {
  const reading = useLiveReading(point.id)
  const { select } = useViewActions()
  return (
    <span className={styles.cell}>
      <button
        type="button"
        className={styles.link}
        onClick={() => select({ type: 'asset', id: point.assetId }, point.id)}
      >
        {label}
      </button>
      <Figure value={reading?.value ?? null} unit={point.unit} decimals={point.decimals} state={reading ?? undefined} />
      {reading ? <FigureNote state={reading} /> : null}
    </span>
  )
}

/** The outfall's latest record: flow and analysers, each with age or the word for what is wrong with it. */
export function OutfallStrip({ index, outfallId }: { index: ParkIndex; outfallId: string }) {
  const t = useText('water')
  const cells = useMemo(
    () =>
      KINDS.flatMap((kind) => {
        const point = pointOf(index, outfallId, kind)
        return point ? [{ kind, point }] : []
      }),
    [index, outfallId],
  )
  return (
    <section className={styles.strip} aria-label={t('strip')}>
      <span className={styles.stripTitle}>{t('strip')}</span>
      {cells.map(({ kind, point }) => (
        <Cell key={point.id} point={point} label={t(`short.${kind}`)} />
      ))}
    </section>
  )
}
