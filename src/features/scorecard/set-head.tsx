import type { SetResult, Tally } from '../../domain/scorecard/evaluate.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { idOf } from './criterion-texts.ts'
import type { Verdict } from './result-mark.tsx'
import styles from './marks.module.css'

function Boxes({ tally }: { tally: Tally }) {
  const counts: readonly (readonly [Verdict, number])[] = [
    ['meets', tally.meet],
    ['does-not', tally.doNot],
    ['not-enough', tally.notEnough],
  ]
  const cells = counts.flatMap(([verdict, count]) =>
    Array.from({ length: count }, (_, k) => ({ verdict, id: `${verdict} ${k}` })),
  )
  return (
    <div className={styles.tally} aria-hidden="true">
      {cells.map(({ verdict, id }) => (
        <span key={id} className={styles.cell} data-verdict={verdict} />
      ))}
    </div>
  )
}

/** A set's title, version and confidence, and how many of its criteria meet, do not, and cannot be told. */
export function SetHead({ result }: { result: SetResult }) {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const words = useText('words')
  const format = useFormat()
  const locale = useLocale()
  const { set, performance } = result
  const version = named(`version.${idOf(set)}`, set.version)
  const count = performance.meet + performance.doNot + performance.notEnough
  return (
    <>
      <PanelHeader
        title={set.title[locale]}
        aside={[
          set.active ? version : t('set.history', { version }),
          words(`confidence.${set.source.confidence}`),
        ].join(' · ')}
      />
      <Boxes tally={performance} />
      <div className={styles.counts}>
        <span>
          <b>{format.number(performance.meet)}</b> {t('tally.meets')}
        </span>
        <span>
          <b>{format.number(performance.doNot)}</b> {t('tally.does-not')}
        </span>
        <span>
          <b>{format.number(performance.notEnough)}</b> {t('tally.not-enough')}
        </span>
        <span>{t('tally.indicators', { count, amount: format.number(count) })}</span>
      </div>
    </>
  )
}
