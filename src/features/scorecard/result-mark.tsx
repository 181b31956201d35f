import { useText } from '../../i18n/use-text.ts'
import styles from './marks.module.css'

export type Verdict = 'meets' | 'does-not' | 'not-enough'

export function verdictOf(meets: boolean | null): Verdict {
  if (meets === null) return 'not-enough'
  return meets ? 'meets' : 'does-not'
}

/** Filled meets, empty does not, hatched says that nobody knows: readable without colour and in grey print. */
export function VerdictBox({ verdict }: { verdict: Verdict }) {
  return (
    <svg className={styles.box} viewBox="0 0 14 14" data-verdict={verdict} aria-hidden="true">
      {verdict === 'meets' ? (
        <>
          <rect className={styles.full} width="14" height="14" />
          <path className={styles.tick} d="M3 7.2 6 10 11 4.2" />
        </>
      ) : null}
      {verdict === 'does-not' ? <rect className={styles.empty} x="1" y="1" width="12" height="12" /> : null}
      {verdict === 'not-enough' ? (
        <>
          <path className={styles.hatch} d="M1 6 6 1M1 13 13 1M8 13 13 8" />
          <rect className={styles.unknown} x="0.5" y="0.5" width="13" height="13" />
        </>
      ) : null}
    </svg>
  )
}

/** Box and word of a result. */
export function ResultMark({ meets }: { meets: boolean | null }) {
  const t = useText('scorecard')
  const verdict = verdictOf(meets)
  return (
    <span className={styles.result} data-result={verdict}>
      <VerdictBox verdict={verdict} />
      {t(`result.${verdict}`)}
    </span>
  )
}
