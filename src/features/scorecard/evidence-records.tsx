import { useState } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Evidence, IndicatorResult, ScorecardInput } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { decimalsOf } from './criterion-texts.ts'
import { useEvidenceText, type EvidenceText } from './evidence-texts.ts'
import styles from './evidence.module.css'

const FIRST = 5

function Target({ evidence, text }: { evidence: Evidence; text: EvidenceText }) {
  const t = useText('scorecard')
  const { select, patch } = useViewActions()
  const { point } = text
  if (point !== null) {
    return (
      <button
        type="button"
        className={styles.link}
        title={t('evidence.openMeter')}
        onClick={() => select({ type: 'asset', id: point.assetId }, point.pointId)}
      >
        {point.code}
      </button>
    )
  }
  const { registerId, id } = evidence
  if (registerId === null) return null
  return (
    <button
      type="button"
      className={styles.link}
      title={t('evidence.openRow')}
      onClick={() => patch({ tab: 'registers', item: `${registerId}:${id}` })}
    >
      {id}
    </button>
  )
}

function Record({ evidence, text }: { evidence: Evidence; text: EvidenceText }) {
  const t = useText('scorecard')
  const { value, unit, counts, registerId } = evidence
  const isUnmeasured = registerId === 'recp-solutions' && value === null
  return (
    <li className={styles.record}>
      <div className={styles.recordLine}>
        <span className={styles.clip} title={text.title}>
          {text.title}
        </span>
        <span className={styles.amount}>
          {unit === null ? null : <Figure value={value} unit={unit} decimals={decimalsOf(unit, value)} />}
        </span>
        <span className={styles.where}>
          <Target evidence={evidence} text={text} />
        </span>
      </div>
      <div className={styles.recordLine}>
        <span className={cx(styles.small, styles.clip)} title={text.detail}>
          {text.detail}
        </span>
        <span className={cx(styles.small, styles.period, !counts && styles.notCounted)}>
          {counts ? text.period : t(isUnmeasured ? 'evidence.notMeasured' : 'evidence.notCounted')}
        </span>
      </div>
    </li>
  )
}

/** The very meters, rows and documents behind a figure; those that do not count stay in the list and say so. */
export function EvidenceRecords({
  index,
  result,
  input,
}: {
  index: ParkIndex
  result: IndicatorResult
  input: ScorecardInput
}) {
  const t = useText('scorecard')
  const format = useFormat()
  const textOf = useEvidenceText(index, input.registers)
  const [all, setAll] = useState(false)
  const { evidence } = result
  // One that does not count is what a reader wants to see, so it is not left to the end of a long list.
  const counting = evidence.filter(({ counts }) => counts)
  const aside = evidence.filter(({ counts }) => !counts)
  const short = [...counting.slice(0, FIRST - Math.min(1, aside.length)), ...aside].slice(0, FIRST)
  const shown = all ? [...counting, ...aside] : short
  return (
    <section className={styles.block} aria-label={t('evidence.records')}>
      <PanelHeader
        title={t('evidence.records')}
        meta={t('evidence.shown', { shown: format.number(shown.length), all: format.number(evidence.length) })}
      />
      {evidence.length === 0 ? <p className={styles.none}>{t('evidence.none')}</p> : null}
      <ul className={cx(styles.records, all && styles.long)}>
        {shown.map((one) => (
          <Record key={`${one.registerId ?? one.kind}:${one.id}`} evidence={one} text={textOf(one)} />
        ))}
      </ul>
      {evidence.length > FIRST ? (
        <Button look="quiet" onClick={() => setAll(!all)}>
          {all ? t('evidence.less') : t('evidence.all', { all: format.number(evidence.length) })}
        </Button>
      ) : null}
    </section>
  )
}
