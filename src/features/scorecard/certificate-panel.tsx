import type { RegisterSet } from '../../contract/registers.ts'
import { earliestByPlan } from '../../domain/scorecard/action-plan.ts'
import type { SetResult } from '../../domain/scorecard/evaluate.ts'
import type { IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { amountText, benchmarkText, codeOf, dayMs, idOf } from './criterion-texts.ts'
import { CriterionValue } from './criterion-value.tsx'
import { ResultMark } from './result-mark.tsx'
import { SetHead } from './set-head.tsx'
import styles from './scorecard.module.css'

/** What the value is made of, in a few words. */
function useBasis(): (result: IndicatorResult) => string {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const format = useFormat()
  return ({ inputs, coverage, meets }) => {
    const [part, whole] = inputs
    if (part?.value === null || part === undefined) return t('basis.coverage', { percent: format.percent(coverage) })
    const own = `${named(`input.${part.name}`, part.name)} ${amountText(part.value, part.unit, t, format)}`
    const rest =
      whole?.value === null || whole === undefined
        ? ''
        : ` · ${named(`input.${whole.name}`, whole.name)} ${amountText(whole.value, whole.unit, t, format)}`
    return meets === null ? `${own}${rest} · ${t('basis.coverage', { percent: format.percent(coverage) })}` : own + rest
  }
}

function CriterionRow({
  result,
  isOpen,
  onOpen,
}: {
  result: IndicatorResult
  isOpen: boolean
  onOpen: (id: string) => void
}) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const basis = useBasis()
  const { criterion, meets } = result
  return (
    <li className={cx(styles.article, isOpen && styles.open)} aria-current={isOpen ? 'true' : undefined}>
      <span className={styles.code}>{codeOf(criterion)}</span>
      <div className={styles.articleBody}>
        <button type="button" className={styles.pick} data-inset-focus="" onClick={() => onOpen(criterion.id)}>
          {criterion.title[locale]}
        </button>
        <div className={styles.basis}>
          <CriterionValue result={result} /> <span>{basis(result)}</span>
        </div>
      </div>
      <span className={styles.articleBench}>{benchmarkText(result, t, format)}</span>
      <ResultMark meets={meets} />
    </li>
  )
}

/** The set that decides about a certificate, or another one beside the framework. */
export function CertificatePanel({
  sets,
  shown,
  actions,
  onSet,
  onOpen,
}: {
  sets: readonly SetResult[]
  shown: SetResult
  actions: RegisterSet['actions']
  onSet: (id: string) => void
  onOpen: (id: string) => void
}) {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const { view } = useView()
  const { set, short, results } = shown
  const earliest = earliestByPlan(results, actions)
  return (
    <>
      <div className={styles.padded}>
        <SetHead result={shown} />
      </div>
      <div className={styles.short}>
        <span>
          {set.certificate && set.active ? (
            <>
              <b>{short === 0 ? t('short.none') : t('short', { count: short, amount: format.number(short) })}</b>
              {short === 0 ? null : (
                <span className={styles.soft}>
                  {' · '}
                  {earliest === null ? t('short.noPlan') : t('short.earliest', { date: format.date(dayMs(earliest)) })}
                </span>
              )}
            </>
          ) : (
            <span className={styles.soft}>{set.active ? t('set.noCertificate') : t('set.past')}</span>
          )}
        </span>
        <Segmented
          label={t('set.label')}
          value={set.id}
          options={sets.map((one) => ({ id: one.set.id, label: named(`version.${idOf(one.set)}`, one.set.version) }))}
          onChange={onSet}
        />
      </div>
      <ul className={styles.articles} aria-label={set.title[locale]}>
        {results.map((result) => (
          <CriterionRow
            key={result.criterion.id}
            result={result}
            isOpen={view.item === result.criterion.id}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </>
  )
}
