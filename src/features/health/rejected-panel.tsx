import { useFormat } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useDataHealth } from '../../live/hooks.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './health.module.css'

/** Answers name their place before the first ": "; the live channel's reasons are single words. */
function placeOf(reason: string): string | null {
  const at = reason.indexOf(': ')
  return at < 0 ? null : reason.slice(0, at)
}

function reasonOf(reason: string): string {
  const place = placeOf(reason)
  return place === null ? reason : reason.slice(place.length + 2)
}

/** What broke the contract: place, reason, how often, and the first sample of it. */
export function RejectedPanel() {
  const t = useText('health')
  const reasonWord = useOptionalText('health')
  const format = useFormat()
  const { rejected } = useDataHealth()
  return (
    <section className={styles.panel}>
      <PanelHeader title={t('rejected')} />
      {rejected.length === 0 ? (
        <PanelState kind="empty" text={t('rejected.none')} />
      ) : (
        <table className={styles.table} aria-label={t('rejected')}>
          <thead>
            <tr>
              <th scope="col">{t('rejected.place')}</th>
              <th scope="col">{t('rejected.reason')}</th>
              <th scope="col" className={styles.number}>
                {t('rejected.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rejected.map((entry) => (
              <tr key={entry.reason}>
                <td className={styles.place}>{placeOf(entry.reason) ?? t('connection')}</td>
                <td>
                  {reasonWord(`reason.${entry.reason}`, reasonOf(entry.reason))}
                  <code className={styles.sample} data-sample="">
                    {t('rejected.sample')}: {entry.sample.slice(0, 300)}
                  </code>
                </td>
                <td className={styles.number}>{format.number(entry.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
