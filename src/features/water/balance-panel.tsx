import type { NamedBalance } from '../../domain/balance/balance-kinds.ts'
import type { BalanceTerm } from '../../domain/balance/balance-term.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { isContributing } from '../../domain/quality/total.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { cx } from '../../ui/cx.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { BalanceFlow } from './balance-flow.tsx'
import { meterCode } from './meter-code.ts'
import { NotEnoughNote } from './not-enough.tsx'
import styles from './supply.module.css'
import { useResidualWords } from './use-residual-words.ts'

interface Line {
  label: string
  terms: readonly BalanceTerm[]
}

function valueOf(terms: readonly BalanceTerm[]): { value: number; known: number } {
  const known = terms.flatMap(({ reading }) => (isContributing(reading) ? [reading.value] : []))
  return { value: known.reduce((total, value) => total + value, 0), known: known.length }
}

/** A balance as a table: what came in, where it went, and the rest with its name, its error and how many meters know. */
export function BalancePanel({
  index,
  balance,
  title,
  labels,
  flowTitle,
  largestM3,
  fromMs,
  toMs,
}: {
  index: ParkIndex
  balance: NamedBalance
  title: string
  labels: { supplied: string; used: string; stored: string }
  flowTitle: string
  /** Larger side of the balances beside each other, m³. */
  largestM3: number
  fromMs: number
  toMs: number
}) {
  const t = useText('water')
  const format = useFormat()
  const { residual, supplied, used } = balance
  const stored = used.terms.filter(({ isSigned }) => isSigned === true)
  const lines: Line[] = [
    { label: labels.supplied, terms: supplied.terms },
    { label: labels.used, terms: used.terms.filter(({ isSigned }) => isSigned !== true) },
    ...(stored.length > 0 ? [{ label: labels.stored, terms: stored }] : []),
  ]
  const all = valueOf(supplied.terms).value
  const residualWords = useResidualWords(index)
  const negative = residual.ok ? residualWords(residual.value, residual.value.percent) : null
  const codeOf = (id: string): string => meterCode(index, id)
  const { contributing, expected } = balance.coverage
  return (
    <section className={styles.panel} aria-label={title}>
      <PanelHeader
        title={title}
        meta={t('balance.meta')}
        aside={t('balance.meters', { known: format.number(contributing), all: format.number(expected) })}
      />
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('balance.part')}</th>
            <th scope="col" className={styles.number}>
              {t('balance.volume')}
            </th>
            <th scope="col" className={styles.number}>
              {t('balance.share')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('balance.share')}</span>
            </th>
            <th scope="col" className={styles.number}>
              {t('head.meters')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, terms }) => {
            const { value, known } = valueOf(terms)
            const share = all > 0 ? value / all : null
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={styles.number}>{known > 0 ? format.number(value) : '–'}</td>
                <td className={styles.number}>{share === null || known === 0 ? '–' : format.percent(share)}</td>
                <td>
                  {share === null ? null : (
                    <Bullet value={Math.max(0, share)} target={null} max={1} label={format.percent(share)} />
                  )}
                </td>
                <td className={cx(styles.number, known < terms.length ? styles.strong : styles.quiet)}>
                  {t('records', { valid: format.number(known), due: format.number(terms.length) })}
                </td>
              </tr>
            )
          })}
          <tr>
            <th scope="row" className={styles.strong}>
              {t(`residual.${balance.residualName}`)}
            </th>
            {residual.ok ? (
              <>
                <td className={cx(styles.number, styles.strong)}>{format.number(residual.value.value)}</td>
                <td className={cx(styles.number, styles.strong)}>
                  {residual.value.percent.ok ? format.quantity(residual.value.percent.value, '%', 1) : '–'}
                </td>
                <td colSpan={2} className={styles.words}>
                  {residual.value.uncertainty.ok
                    ? t('balance.uncertainty', { value: format.quantity(residual.value.uncertainty.value, 'm3') })
                    : t('balance.noUncertainty')}
                </td>
              </>
            ) : (
              <td colSpan={4} className={styles.number}>
                <NotEnoughNote outcome={residual} />
              </td>
            )}
          </tr>
        </tbody>
      </table>
      {negative === null ? null : (
        <p className={cx(styles.foot, styles.strong)} data-residual="">
          {negative}
        </p>
      )}
      {used.missingIds.length > 0 ? (
        <p className={styles.foot}>
          {t('balance.missing', { meters: used.missingIds.slice(0, 6).map(codeOf).join(', ') })}
        </p>
      ) : null}
      <BalanceFlow
        index={index}
        balance={balance}
        title={flowTitle}
        supplied={labels.supplied}
        largestM3={largestM3}
        fromMs={fromMs}
        toMs={toMs}
      />
    </section>
  )
}
