import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Fragment, useCallback, useMemo } from 'react'
import { parkQueries } from '../../api/park-queries.ts'
import { criteriaQueries } from '../../api/register-queries.ts'
import { type ParkScorecardInput, scorecardQueries } from '../../api/scorecard-queries.ts'
import { TableExports } from '../../charts/table-exports.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { CriteriaSet } from '../../contract/reference-criteria.ts'
import { evaluateSet, type SetResult } from '../../domain/scorecard/evaluate.ts'
import type { IndicatorResult, ScorecardSettings } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useView } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { benchmarkText, codeOf } from './criterion-texts.ts'
import { CriterionValue } from './criterion-value.tsx'
import { VerdictBox, verdictOf } from './result-mark.tsx'
import styles from './parks.module.css'

/** Both frameworks: the international one and the decree. */
const SETS: ReadonlySet<string> = new Set(['EIP-1.0', 'VN-35-2022'])
const YEAR_MS = 365 * 86_400_000

interface Column {
  parkId: string
  name: string
  /** Results by criterion; null while the park's data is on its way, or where it failed. */
  results: ReadonlyMap<string, IndicatorResult> | null
  sets: readonly SetResult[]
  error: unknown
  retry: () => void
}

/** Every park of the server with its results of both sets. Each answers, waits and fails by itself. */
function useColumns(sets: readonly CriteriaSet[], settings: ScorecardSettings): readonly Column[] {
  const locale = useLocale()
  const { data: parks } = useQuery(parkQueries.list())
  const ids = (parks ?? []).map(({ id }) => String(id))
  // Worked out again only when a park's data, the sets or the rules change.
  const combine = useCallback(
    (answers: readonly UseQueryResult<ParkScorecardInput>[]) =>
      answers.map(({ data, error, refetch }) => {
        const scored = data === undefined ? [] : sets.map((set) => evaluateSet(set, { ...data.input, settings }))
        const pairs = scored.flatMap((set) => set.results.map((one) => [one.criterion.id, one] as const))
        return { scored, results: pairs.length === 0 ? null : new Map(pairs), error, retry: () => void refetch() }
      }),
    [sets, settings],
  )
  const answers = useQueries({ queries: ids.map((id) => scorecardQueries.input(id)), combine })
  return ids.map((parkId, at) => ({
    parkId,
    name: parks?.[at]?.name[locale] ?? parkId,
    sets: answers[at]?.scored ?? [],
    results: answers[at]?.results ?? null,
    error: answers[at]?.error ?? null,
    retry: answers[at]?.retry ?? (() => undefined),
  }))
}

function Cell({ result, onOpen }: { result: IndicatorResult | undefined; onOpen: () => void }) {
  const t = useText('scorecard')
  if (result === undefined) return <td className={styles.cell}>–</td>
  const verdict = verdictOf(result.meets)
  return (
    <td className={styles.cell} data-result={verdict}>
      <button type="button" className={styles.open} title={t('parks.open')} onClick={onOpen}>
        <VerdictBox verdict={verdict} />
        <span className="visually-hidden">{t(`result.${verdict}`)} </span>
        <CriterionValue result={result} />
      </button>
    </td>
  )
}

function SetRows({ set, columns }: { set: CriteriaSet; columns: readonly Column[] }) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const { view, patch, openPark } = useView()
  const openIn = (parkId: string, item: string): void => {
    if (parkId === view.parkId) patch({ tab: null, item })
    else openPark(parkId)
  }
  return (
    <Fragment>
      <tr className={styles.group}>
        <th scope="colgroup" colSpan={2}>
          {set.title[locale]}
        </th>
        {columns.map(({ parkId, sets }) => {
          const own = sets.find((one) => one.set.id === set.id)
          return (
            <td key={parkId} className={styles.cell}>
              {own === undefined
                ? ''
                : t('parks.count', {
                    meet: format.number(own.results.filter(({ meets }) => meets === true).length),
                    all: format.number(own.results.length),
                  })}
            </td>
          )
        })}
      </tr>
      {set.criteria.map((criterion) => (
        <tr key={criterion.id} className={styles.row}>
          <th scope="row">
            <span className={styles.code}>{codeOf(criterion)}</span> {criterion.title[locale]}
          </th>
          <td className={styles.bench}>{benchmarkText({ criterion, benchmark: criterion.benchmark }, t, format)}</td>
          {columns.map(({ parkId, results }) => (
            <Cell key={parkId} result={results?.get(criterion.id)} onOpen={() => openIn(parkId, criterion.id)} />
          ))}
        </tr>
      ))}
    </Fragment>
  )
}

/** Both frameworks over every park: criteria as rows, parks side by side. */
export function ParksView({ settings }: { settings: ScorecardSettings }) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const errorText = useErrorText()
  const criteria = useQuery(criteriaQueries.list())
  const toMs = useServerNow(3_600_000)
  const sets = useMemo(() => (criteria.data ?? []).filter(({ framework }) => SETS.has(framework)), [criteria.data])
  const columns = useColumns(sets, settings)
  const exportMeta = useExportMeta({
    title: t('parks.title'),
    unit: '',
    fromMs: toMs - YEAR_MS,
    toMs,
    source: sets.map((set) => set.source.title).join(' · '),
    simulated: true,
  })
  if (columns.length === 0 || sets.length === 0) return <PanelState kind="loading" lines={6} />
  const cellText = (result: IndicatorResult | undefined): string =>
    result === undefined ? '' : t(`result.${verdictOf(result.meets)}`)
  return (
    <div className={styles.page}>
      <PanelHeader
        title={t('parks.title')}
        meta={t('parks.meta')}
        aside={
          <TableExports
            meta={exportMeta}
            fileName="parks-scorecard"
            table={{
              columns: [
                { label: t('column.code'), kind: 'text' },
                { label: t('column.indicator'), kind: 'text' },
                ...columns.flatMap(({ name }) => [
                  { label: name, kind: 'number' as const, decimals: 3 },
                  { label: `${name} · ${t('column.result')}`, kind: 'text' as const },
                ]),
              ],
              rows: sets.flatMap((set) =>
                set.criteria.map((criterion) => [
                  codeOf(criterion),
                  criterion.title[locale],
                  ...columns.flatMap(({ results }) => {
                    const result = results?.get(criterion.id)
                    return [typeof result?.value === 'number' ? result.value : null, cellText(result)]
                  }),
                ]),
              ),
            }}
          />
        }
      />
      <table className={styles.table} aria-label={t('parks.title')}>
        <thead>
          <tr>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col" className={styles.bench}>
              {t('column.benchmark')}
            </th>
            {columns.map(({ parkId, name, results, error, retry }) => (
              <th key={parkId} scope="col" className={styles.cell}>
                {name}
                {results !== null ? null : error === null ? (
                  <div className={styles.soft}>{t('parks.waiting')}</div>
                ) : (
                  <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <SetRows key={set.id} set={set} columns={columns} />
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{t('parks.rules', { date: format.date(toMs) })}</p>
    </div>
  )
}
