import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { referenceQueries } from '../../api/reference-queries.ts'
import type { Validity } from '../../contract/reference.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { sourceArticle, sourceNote, sourceTitle } from '../../i18n/source-title.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { dayMs } from './criterion-texts.ts'
import { factorRows, limitRows, normRows, type RuleRow, tariffRows } from './rule-rows.ts'
import styles from './rules.module.css'

const GROUPS = ['wastewater', 'ambient-air', 'noise', 'norms', 'tariffs', 'factors'] as const
const DAY_MS = 86_400_000

function useValidText(): (valid: Validity | null) => string {
  const t = useText('scorecard')
  const format = useFormat()
  return (valid) => {
    if (valid === null) return ''
    const { validFrom, validTo } = valid
    const from = validFrom === null ? null : format.date(dayMs(validFrom))
    // The record holds up to the day before.
    const to = validTo === null ? null : format.date(dayMs(validTo) - DAY_MS)
    if (from !== null) return to === null ? t('rule.from', { from }) : t('rule.fromTo', { from, to })
    return to === null ? t('rule.open') : t('rule.to', { to })
  }
}

function RuleLine({ row }: { row: RuleRow }) {
  const t = useText('scorecard')
  const words = useText('words')
  const locale = useLocale()
  const validText = useValidText()
  const { source, value } = row
  const article = sourceArticle(source, locale)
  return (
    <tr className={styles.row} title={source.notes === undefined ? undefined : sourceNote(source, locale)}>
      <th scope="row">{row.name}</th>
      <td className={styles.value} data-value={value === null ? 'none' : 'given'}>
        {value ?? t('tally.not-enough')}
      </td>
      <td className={styles.soft}>{validText(row.valid)}</td>
      <td>
        {sourceTitle(source, locale)}
        {article === null ? null : <span className={styles.soft}> · {article}</span>}
      </td>
      <td className={styles.soft}>{words(`confidence.${row.confidence}`)}</td>
    </tr>
  )
}

/** What the park is judged by besides its criteria: each figure with source, article, validity and confidence. */
export function RulesView() {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, patch } = useView()
  const limits = useQuery(referenceQueries.limitSets())
  const norms = useQuery(referenceQueries.norms())
  const tariffs = useQuery(referenceQueries.tariffs())
  const grid = useQuery(referenceQueries.gridFactors())
  const fuels = useQuery(referenceQueries.fuelFactors())
  const group = GROUPS.find((one) => one === view.measure) ?? 'wastewater'
  const words = { t, named, format }
  const rowsOf = (): RuleRow[] | null => {
    if (group === 'norms') return norms.data ? normRows(norms.data.norms, words) : null
    if (group === 'tariffs') return tariffs.data ? tariffRows(tariffs.data, words) : null
    if (group === 'factors') return grid.data && fuels.data ? factorRows(grid.data, fuels.data, words) : null
    return limits.data ? limitRows(limits.data, group, words) : null
  }
  const rows = rowsOf()
  const queries = [limits, norms, tariffs, grid, fuels]
  const failed = queries.find(({ isError }) => isError)
  const retry = (): void => {
    for (const query of queries) if (query.isError) void query.refetch()
  }
  const heads = [...new Set(rows?.map(({ head }) => head))]
  return (
    <div className={styles.page}>
      <Segmented
        label={t('tab.rules')}
        value={group}
        options={GROUPS.map((id) => ({ id, label: t(`rule.group.${id}`) }))}
        onChange={(id) => patch({ measure: id })}
      />
      {rows === null ? (
        failed === undefined ? (
          <PanelState kind="loading" lines={6} />
        ) : (
          <PanelState kind="error" detail={errorText(failed.error)} onRetry={retry} />
        )
      ) : (
        <table className={styles.table} aria-label={t(`rule.group.${group}`)}>
          <thead>
            <tr>
              {(['name', 'value', 'valid', 'source', 'confidence'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`rule.column.head.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heads.map((head) => (
              <Fragment key={head}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={5}>
                    {head}
                  </th>
                </tr>
                {rows
                  .filter((row) => row.head === head)
                  .map((row) => (
                    <RuleLine key={row.id} row={row} />
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
