import type { IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import { useText } from '../../i18n/use-text.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { Figure } from '../../ui/figure.tsx'
import { useFormat } from '../../i18n/format.ts'
import { amountText, benchmarkText, decimalsOf } from './criterion-texts.ts'
import styles from './scorecard.module.css'

/** How many of how many, where the count stands for the value and something else decides: 6 of 7 streams. */
function CountValue({ count }: { count: NonNullable<IndicatorResult['count']> }) {
  const t = useText('scorecard')
  const format = useFormat()
  const whole = amountText(count.denominator, count.unit, t, format)
  return (
    <strong className={styles.word} data-figure="">
      {t('countOf', { part: format.number(count.numerator), whole })}
    </strong>
  )
}

/** Value of a result: a figure with its unit, or yes and no. A dash where there is not enough data. */
export function CriterionValue({ result, size = 'body' }: { result: IndicatorResult; size?: 'body' | 'large' }) {
  const t = useText('scorecard')
  const { value, criterion } = result
  const unit = criterion.unit === 'bool' || criterion.unit === '/a' ? '1' : criterion.unit
  if (result.count !== null) return <CountValue count={result.count} />
  if (typeof value === 'boolean') return <strong className={styles.word}>{t(value ? 'yes' : 'no')}</strong>
  return <Figure value={value} unit={unit} decimals={decimalsOf(unit, value)} size={size} />
}

/** Value against benchmark on one scale; hatched where one of them is missing, nothing for yes and no. */
export function CriterionBullet({ result }: { result: IndicatorResult }) {
  const t = useText('scorecard')
  const format = useFormat()
  const { value, benchmark, criterion } = result
  if (criterion.unit === 'bool' || typeof benchmark === 'boolean') return null
  const target = typeof benchmark === 'number' ? benchmark : null
  if (typeof value !== 'number' || target === null) {
    return (
      <span className={styles.hatch}>
        <span className="visually-hidden">{t('result.not-enough')}</span>
      </span>
    )
  }
  const top = Math.max(value, target) * 1.2
  const label = `${format.quantity(value, criterion.unit, decimalsOf(criterion.unit, value))}, ${benchmarkText(result, t, format)}`
  return <Bullet value={value} target={target} max={criterion.unit === '%' ? Math.min(110, top) : top} label={label} />
}
