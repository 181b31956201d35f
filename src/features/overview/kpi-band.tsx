import { useEffect } from 'react'
import { bulletEnd } from '../../domain/kpi/compared-with.ts'
import { KPI_DEFINITIONS } from '../../domain/kpi/kpi-definitions.data.ts'
import { normalBand } from '../../domain/kpi/normal-band.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText, type Text } from '../../i18n/use-text.ts'
import type { Format } from '../../i18n/format-values.ts'
import { useServerNow } from '../../live/hooks.ts'
import { KpiTile } from '../../ui/kpi-tile.tsx'
import styles from './kpi-band.module.css'
import { useKpis, type KpiView } from '../../live/use-kpis.ts'
import { figuresAreShown } from './figures-first.ts'

const MINUTE_MS = 60_000

/** What a figure says beside its target while all is well: its period, its factor, or its age. */
function calmOf(view: KpiView, t: Text<'kpi'>, format: Format, nowMs: number, factorYear: number): string | undefined {
  const { formula } = view.definition
  switch (formula.type) {
    case 'power-factor':
      return t('period.month', { month: format.monthName(nowMs) })
    case 'register-ratio':
      return formula.since === 'day' ? t('period.today') : t('period.month', { month: format.monthName(nowMs) })
    case 'flow-loss':
      return t('period.day24h')
    case 'day-emissions':
      return t('period.factor', { year: factorYear })
    case 'day-mean':
      return t('period.records', {
        valid: format.number(view.result.contributing),
        expected: format.number(view.result.expected),
      })
    case 'sum':
    case 'min':
      break
  }
  return undefined
}

function Tile({ view, index }: { view: KpiView; index: ParkIndex }) {
  const t = useText('kpi')
  const format = useFormat()
  const now = useServerNow(MINUTE_MS)
  const { definition, result, target } = view
  const targetText =
    target === null
      ? t('target.unknown')
      : t(`target.${definition.targetWord}`, { value: format.number(target, definition.decimals) })
  const countsMeters = definition.formula.type !== 'day-mean'
  return (
    <KpiTile
      stream={definition.stream}
      title={t(definition.id)}
      value={result.value}
      unit={definition.unit}
      decimals={definition.decimals}
      state={{
        freshness: result.freshness,
        quality: result.quality,
        ageMs: result.ageMs,
        sourceTimeMs: result.sourceTimeMs,
        coverage:
          countsMeters || result.value === null
            ? { contributing: result.contributing, expected: result.expected }
            : undefined,
      }}
      calm={calmOf(view, t, format, now, index.park.gridEmissionFactor.year)}
      target={target}
      targetText={targetText}
      bulletMax={bulletEnd(definition, result, target)}
      band={normalBand(definition, target)}
      spark={result.spark}
      sparkFloor={definition.sparkFloor}
    />
  )
}

function Tiles({ index, onFirstValue }: { index: ParkIndex; onFirstValue: () => void }) {
  const views = useKpis(index)
  const anyValue = views.some((view) => view.result.value !== null)
  useEffect(() => {
    if (!anyValue) return
    onFirstValue()
    figuresAreShown()
  }, [anyValue, onFirstValue])
  return views.map((view) => (
    <div key={view.definition.id} className={styles.cell} data-kpi={view.definition.id}>
      <Tile view={view} index={index} />
    </div>
  ))
}

export interface KpiBandProps {
  index: ParkIndex | null
  onFirstValue: () => void
}

/** Twelve figures in two rows, three of a stream side by side. */
export function KpiBand({ index, onFirstValue }: KpiBandProps) {
  const t = useText('kpi')
  return (
    <section className={styles.band} aria-label={t('band.label')}>
      {index ? (
        <Tiles index={index} onFirstValue={onFirstValue} />
      ) : (
        KPI_DEFINITIONS.map((definition) => (
          <div key={definition.id} className={styles.cell}>
            <p className={styles.empty}>{t(definition.id)}</p>
          </div>
        ))
      )}
    </section>
  )
}
