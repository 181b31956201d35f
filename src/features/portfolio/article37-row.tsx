import type { IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import styles from './portfolio.module.css'
import { useArticle37, type ParkScore } from './use-article37.ts'

type Verdict = 'meets' | 'misses' | 'unknown'

function verdictOf({ meets }: IndicatorResult): Verdict {
  if (meets === null) return 'unknown'
  return meets ? 'meets' : 'misses'
}

function ScoreCell({ score: { result, isLoading } }: { score: ParkScore }) {
  const t = useText('portfolio')
  const format = useFormat()
  const locale = useLocale()
  if (!result) return <td className={styles.fact}>{isLoading ? t('article37.waiting') : t('article37.none')}</td>
  const count = (verdict: Verdict): string =>
    format.number(result.results.filter((one) => verdictOf(one) === verdict).length)
  return (
    <td className={styles.fact}>
      <span className={styles.score}>
        {result.results.map((one) => {
          const verdict = verdictOf(one)
          const text = `${one.criterion.title[locale]}: ${t(`article37.${verdict}`)}`
          return (
            <span key={one.criterion.id} className={cx(styles.mark, styles[verdict])} title={text}>
              <span className="visually-hidden">{text}. </span>
            </span>
          )
        })}
      </span>
      <span className={styles.source}>
        {t('article37.count', { meet: count('meets'), miss: count('misses'), unknown: count('unknown') })}
      </span>
    </td>
  )
}

/** Where each park stands against the nine criteria of the decree, by its own registers. */
export function Article37Row({ parkIds }: { parkIds: readonly string[] }) {
  const t = useText('portfolio')
  const scores = useArticle37(parkIds)
  return (
    <tr className={cx(styles.factRow, styles.first)}>
      <th scope="row">
        {t('article37.title')}
        <span className={styles.source}>{t('article37.source')}</span>
      </th>
      {scores.map((score, i) => (
        <ScoreCell key={parkIds[i]} score={score} />
      ))}
    </tr>
  )
}
