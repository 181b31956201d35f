import { QuarterLine } from '../../charts/quarter-line.tsx'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { planOf } from '../../domain/scorecard/action-plan.ts'
import type { IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { amountText, benchmarkText, codeOf, comparisonText, dayMs, decimalsOf, gapText } from './criterion-texts.ts'
import { CriterionValue } from './criterion-value.tsx'
import { EvidenceExport } from './evidence-export.tsx'
import { EvidenceRecords } from './evidence-records.tsx'
import { ResultMark } from './result-mark.tsx'
import { type SettingsHandle, SettingsLine } from './settings-line.tsx'
import type { Scorecard } from '../../live/use-scorecard.ts'
import styles from './evidence.module.css'

interface PartProps {
  result: IndicatorResult
  scorecard: Scorecard
}

function Figures({ result }: { result: IndicatorResult }) {
  const t = useText('scorecard')
  const format = useFormat()
  const { criterion, benchmark, gap, asOf, coverage } = result
  return (
    <div className={styles.figures}>
      <div>
        <div className={styles.small}>{t('drawer.value')}</div>
        <CriterionValue result={result} size="large" />
        <div className={styles.small}>{t('drawer.asOf', { date: format.date(dayMs(asOf)) })}</div>
      </div>
      <div>
        <div className={styles.small}>{t('drawer.benchmark')}</div>
        {typeof benchmark === 'number' ? (
          <Figure
            value={benchmark}
            unit={criterion.unit === 'bool' || criterion.unit === '/a' ? '1' : criterion.unit}
            decimals={decimalsOf(criterion.unit, benchmark)}
            size="large"
          />
        ) : (
          <strong className={styles.big}>{benchmarkText(result, t, format)}</strong>
        )}
        <div className={styles.small}>{comparisonText(criterion, t)}</div>
      </div>
      <div>
        <div className={styles.small}>{t('drawer.gap')}</div>
        <strong className={styles.big}>{gap === null ? '–' : gapText(gap, t, format)}</strong>
        <div className={styles.small}>
          {gap === null
            ? t('basis.coverage', { percent: format.percent(coverage) })
            : t('drawer.points', { points: format.quantity(gap.points, criterion.unit, 1) })}
        </div>
      </div>
    </div>
  )
}

function Basis({ result, settings }: { result: IndicatorResult; settings: SettingsHandle }) {
  const t = useText('scorecard')
  const words = useText('words')
  const named = useOptionalText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const { criterion, inputs } = result
  const parts = inputs.flatMap(({ name, value, unit }) =>
    value === null
      ? [`${named(`input.${name}`, name)} –`]
      : [`${named(`input.${name}`, name)} ${amountText(value, unit, t, format)}`],
  )
  const { source } = criterion
  return (
    <dl className={styles.basis}>
      <dt>{t('drawer.requirement')}</dt>
      <dd>{criterion.requirement[locale]}</dd>
      <dt>{t('drawer.formula')}</dt>
      <dd>
        {criterion.formula[locale]}
        {parts.length > 0 ? <div className={styles.small}>{parts.join(' · ')}</div> : null}
      </dd>
      <SettingsLine criterion={criterion} settings={settings} />
      <dt>{t('drawer.source')}</dt>
      <dd>
        {sourceTitle(source, locale)}
        {source.article ? ` · ${t('drawer.article', { article: source.article })}` : ''} ·{' '}
        <b>{words(`confidence.${source.confidence}`)}</b>
        {source.note ? <div className={styles.small}>{source.note[locale]}</div> : null}
      </dd>
    </dl>
  )
}

function History({ result, scorecard }: PartProps) {
  const t = useText('scorecard')
  const format = useFormat()
  const { criterion, value, benchmark } = result
  const { history, input } = scorecard
  const series = history?.series.find(({ criterionId }) => criterionId === criterion.id)
  if (history === null || series === undefined || criterion.unit === 'bool') return null
  const [year = '', month = ''] = input.today.split('-')
  const running = `${year}-Q${Math.ceil(Number(month) / 3)}`
  const values = [...series.value, typeof value === 'number' ? value : null]
  const known = values.some((one) => one !== null)
  const target = typeof benchmark === 'number' ? benchmark : null
  return (
    <section className={styles.block} aria-label={t('drawer.history')}>
      <PanelHeader title={t('drawer.history')} meta={t('drawer.historyMeta')} />
      {known ? (
        <QuarterLine
          label={t('drawer.historyLabel', { count: history.quarters.length })}
          quarters={[...history.quarters, running]}
          values={values}
          benchmark={target}
          print={(one) => format.number(one, decimalsOf(criterion.unit, one))}
        />
      ) : (
        <p className={styles.none}>{t('drawer.historyNone')}</p>
      )}
    </section>
  )
}

function Plan({ result, scorecard }: PartProps) {
  const t = useText('scorecard')
  const shell = useOptionalText('shell')
  const format = useFormat()
  const { patch } = useViewActions()
  const rowText = useRowText()
  const { open } = planOf(result, scorecard.input.registers.actions)
  return (
    <section className={styles.block} aria-label={t('drawer.plan')}>
      <PanelHeader title={t('drawer.plan')} meta={t('drawer.open', { count: open.length })} />
      <ul>
        {open.map((action) => (
          <li key={action.id} className={styles.action}>
            <button
              type="button"
              className={styles.actionTitle}
              onClick={() => patch({ tab: 'registers', item: `actions:${action.id}` })}
            >
              {rowText(action, 'title')}
              {action.effect === null ? null : <span className={styles.effect}>{rowText(action, 'effect')}</span>}
            </button>
            <span className={styles.soft}>{shell(`role.${action.ownerRole}`, action.ownerRole)}</span>
            <span className={styles.soft} data-late={action.due < scorecard.input.today ? '' : undefined}>
              {format.date(dayMs(action.due))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything behind one criterion: value, rule, source, the records themselves, its course, and the plan. */
export function EvidenceDrawer({
  index,
  result,
  scorecard,
  setTitle,
  settings,
}: PartProps & { index: ParkIndex; setTitle: string; settings: SettingsHandle }) {
  const t = useText('scorecard')
  const locale = useLocale()
  const { patch } = useViewActions()
  const { criterion, evidence } = result
  const register = evidence.find(({ registerId }) => registerId !== null)?.registerId ?? 'documents'
  return (
    <aside className={styles.drawer} aria-label={t('drawer.label')} data-region="">
      <div className={styles.head}>
        <span className={styles.small}>{t('drawer.kicker', { set: setTitle, code: codeOf(criterion) })}</span>
        <CloseButton onClose={() => patch({ item: null })} />
      </div>
      <div className={styles.titleLine}>
        <h2 className={styles.title}>{criterion.title[locale]}</h2>
        <ResultMark meets={result.meets} />
      </div>
      <Figures result={result} />
      <Basis result={result} settings={settings} />
      <EvidenceRecords key={criterion.id} index={index} result={result} input={scorecard.input} />
      <History result={result} scorecard={scorecard} />
      <Plan result={result} scorecard={scorecard} />
      <div className={styles.buttons} data-screen-only="">
        <EvidenceExport index={index} result={result} input={scorecard.input} />
        <Button onClick={() => patch({ tab: 'registers', item: register })}>{t('drawer.openRegister')}</Button>
        <Button onClick={() => patch({ tab: 'forms', item: null })}>{t('form.a4')}</Button>
      </div>
    </aside>
  )
}
