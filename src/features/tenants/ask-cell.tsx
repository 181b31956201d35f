import { useMemo, type ReactNode } from 'react'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './tenants.module.css'

/** Numbers of a column whose unit stands in its head; what is missing says why. */
export interface AskCell {
  number: (value: number | null, decimals: number) => ReactNode
  outcome: (value: Outcome<number>, decimals: number) => ReactNode
  /** Its readings are on their way. */
  waiting: ReactNode
}

export function useAskCell(): AskCell {
  const t = useText('tenants')
  const state = useText('state')
  const format = useFormat()
  return useMemo<AskCell>(() => {
    const missing = (title: string): ReactNode => (
      <span className={styles.missing} title={title}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{title}</span>
      </span>
    )
    return {
      waiting: (
        <span className={styles.quiet} title={state('loading')}>
          <span aria-hidden="true">…</span>
          <span className="visually-hidden">{state('loading')}</span>
        </span>
      ),
      number: (value, decimals) =>
        value !== null && Number.isFinite(value) ? (
          <span className={styles.value}>{format.number(value, decimals)}</span>
        ) : (
          missing(t('reason.no-data'))
        ),
      outcome: (value, decimals) =>
        value.ok ? (
          <span className={styles.value}>{format.number(value.value, decimals)}</span>
        ) : (
          missing(t(`reason.${value.reason}`))
        ),
    }
  }, [t, state, format])
}
