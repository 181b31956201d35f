import { useState } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { DATA_PROBLEMS, type DataProblem, type DataProblemKind } from '../../live/data-problems.ts'
import { useLiveReading, useServerNow } from '../../live/hooks.ts'
import { useDataProblems } from '../../live/use-data-problems.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './health.module.css'

/** More rows than these are a count: whoever repairs goes from the top. */
const MOST = 12

function ProblemRow({ problem, index }: { problem: DataProblem; index: ParkIndex }) {
  const t = useText('health')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  const { select } = useViewActions()
  const now = useServerNow(5000)
  const point = index.pointById.get(problem.pointId)
  const reading = useLiveReading(problem.pointId)
  const asset = point ? index.assetById.get(point.assetId) : undefined
  if (!point || !asset) return null
  const ageMs = now - problem.sinceMs
  const [low, high] = point.range
  return (
    <tr data-problem={problem.kind}>
      <td>{t(`problem.${problem.kind}`)}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.link}
          onClick={() => select({ type: 'asset', id: asset.id }, point.id)}
        >{`${nameOf(asset)} · ${words(`point.${point.kind}`)}`}</button>
      </th>
      <td className={styles.number}>
        {reading ? (
          <Figure value={reading.value} unit={reading.unit} decimals={reading.decimals} state={reading} />
        ) : (
          <Figure value={null} unit={point.unit} decimals={point.decimals} />
        )}
      </td>
      <td className={styles.number}>{`${format.number(low)} – ${format.quantity(high, point.unit)}`}</td>
      <td className={styles.number}>{Number.isFinite(ageMs) ? format.age(Math.max(0, ageMs)) : '–'}</td>
    </tr>
  )
}

/** Points whose data is late, stuck, out of range, stale, lost or broken: how many of each, and which. */
export function ProblemsPanel({ index }: { index: ParkIndex }) {
  const t = useText('health')
  const format = useFormat()
  const problems = useDataProblems(index)
  const [chosen, setChosen] = useState<DataProblemKind | null>(null)
  const counts = DATA_PROBLEMS.map((kind) => ({ kind, count: problems.filter((one) => one.kind === kind).length }))
  // What has not had its first value yet is counted, and listed when it is asked for.
  const faulty = problems.filter(({ kind }) => kind !== 'waiting')
  const listed = chosen === null ? faulty : problems.filter(({ kind }) => kind === chosen)
  const rest = listed.length - MOST
  return (
    <section className={styles.panel} aria-label={t('problems')}>
      <PanelHeader
        title={t('problems')}
        meta={t('problems.meta')}
        aside={t('problems.count', { count: faulty.length, of: format.number(index.points.length) })}
      />
      <div className={styles.counts}>
        {counts.map(({ kind, count }) => (
          <Button
            key={kind}
            look="quiet"
            disabled={count === 0}
            aria-pressed={chosen === kind}
            onClick={() => setChosen(chosen === kind ? null : kind)}
          >
            {`${t(`problem.${kind}`)} ${format.number(count)}`}
          </Button>
        ))}
      </div>
      {listed.length === 0 ? (
        <PanelState kind="empty" text={t('problems.none')} />
      ) : (
        <table className={styles.table} aria-label={t('problems')}>
          <thead>
            <tr>
              <th scope="col">{t('problems.what')}</th>
              <th scope="col">{t('problems.point')}</th>
              <th scope="col" className={styles.number}>
                {t('problems.value')}
              </th>
              <th scope="col" className={styles.number}>
                {t('problems.range')}
              </th>
              <th scope="col" className={styles.number}>
                {t('problems.since')}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, MOST).map((problem) => (
              <ProblemRow key={problem.pointId} problem={problem} index={index} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 ? <p className={styles.note}>{t('problems.more', { count: rest })}</p> : null}
    </section>
  )
}
