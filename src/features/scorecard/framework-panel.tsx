import type { Pillar } from '../../contract/reference-criteria.ts'
import { MIN_COVERAGE } from '../../domain/quality/total.ts'
import type { SetResult } from '../../domain/scorecard/evaluate.ts'
import type { IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import { benchmarkText, codeOf } from './criterion-texts.ts'
import { CriterionBullet, CriterionValue } from './criterion-value.tsx'
import { ResultMark } from './result-mark.tsx'
import { SetHead } from './set-head.tsx'
import styles from './scorecard.module.css'

type Part = Pillar | 'prerequisites'

/** Which part of the framework is open: that of the criterion in the drawer, otherwise the one that the URL names. */
function partOf(result: SetResult, itemId: string | null, measure: string | null, parts: readonly Part[]): Part {
  const named = parts.find((part) => part === measure)
  if (named !== undefined) return named
  const open = result.results.find(({ criterion }) => criterion.id === itemId)?.criterion
  if (open !== undefined) return open.kind === 'prerequisite' ? 'prerequisites' : open.pillar
  return parts.find((part) => part === 'environment') ?? parts[0] ?? 'prerequisites'
}

function Row({ result, isOpen, onOpen }: { result: IndicatorResult; isOpen: boolean; onOpen: (id: string) => void }) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const { criterion, meets, coverage } = result
  // Bold names the cause of "not enough data" only where it is the coverage.
  const isLow = coverage < MIN_COVERAGE
  return (
    <tr className={cx(styles.row, isOpen && styles.open)} aria-current={isOpen ? 'true' : undefined}>
      <td className={styles.code}>{codeOf(criterion)}</td>
      <th scope="row" className={styles.name}>
        <button type="button" className={styles.pick} data-inset-focus="" onClick={() => onOpen(criterion.id)}>
          {criterion.title[locale]}
        </button>
      </th>
      <td className={styles.value}>
        <CriterionValue result={result} />
      </td>
      <td className={styles.bench}>{benchmarkText(result, t, format)}</td>
      <td>
        <CriterionBullet result={result} />
      </td>
      <td>
        <ResultMark meets={meets} />
      </td>
      <td className={cx(styles.cover, isLow && styles.strong)}>{format.percent(coverage)}</td>
    </tr>
  )
}

/** One framework by its pillars: every indicator with value, benchmark, result and coverage. */
export function FrameworkPanel({ result, onOpen }: { result: SetResult; onOpen: (id: string) => void }) {
  const t = useText('scorecard')
  const format = useFormat()
  const { view, patch } = useView()
  const pillars: Part[] = [...result.byPillar.keys()]
  const hasPrerequisites = result.results.some(({ criterion }) => criterion.kind === 'prerequisite')
  const parts: Part[] = hasPrerequisites ? [...pillars, 'prerequisites'] : pillars
  const part = partOf(result, view.item, view.measure, parts)
  const tallyOf = (one: Part) => (one === 'prerequisites' ? result.prerequisites : result.byPillar.get(one))
  const rows = result.results.filter(({ criterion }) =>
    part === 'prerequisites'
      ? criterion.kind === 'prerequisite'
      : criterion.kind === 'performance' && criterion.pillar === part,
  )
  return (
    <>
      <div className={styles.padded}>
        <SetHead result={result} />
      </div>
      <div className={styles.parts} role="tablist" aria-label={t('parts')}>
        {parts.map((one) => {
          const tally = tallyOf(one)
          const of = tally ? tally.meet + tally.doNot + tally.notEnough : 0
          return (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={one === part}
              className={styles.part}
              onClick={() => patch({ measure: one })}
            >
              {t(`pillar.${one}`)}{' '}
              <span className={styles.partCount}>
                {t('tally.of', { meet: format.number(tally?.meet ?? 0), all: format.number(of) })}
              </span>
            </button>
          )
        })}
      </div>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('framework.table', { part: t(`pillar.${part}`) })}>
          <thead>
            <tr>
              <th scope="col" className={styles.code}>
                {t('column.code')}
              </th>
              <th scope="col">{t('column.indicator')}</th>
              <th scope="col" className={styles.value}>
                {t('column.value')}
              </th>
              <th scope="col" className={styles.bench}>
                {t('column.benchmark')}
              </th>
              <th scope="col" className={styles.bullet} aria-label={t('column.bullet')} />
              <th scope="col" className={styles.verdict}>
                {t('column.result')}
              </th>
              <th scope="col" className={styles.cover}>
                {t('column.coverage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.criterion.id} result={row} isOpen={view.item === row.criterion.id} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
