import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useDataHealth } from '../../live/hooks.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './health.module.css'

/** What broke the contract: reason, how often, and the first sample of it. */
export function RejectedPanel() {
  const t = useText('health')
  const format = useFormat()
  const { rejected } = useDataHealth()
  return (
    <section className={styles.panel}>
      <PanelHeader title={t('rejected')} />
      {rejected.length === 0 ? (
        <PanelState kind="empty" text={t('rejected.none')} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('rejected.reason')}</th>
              <th scope="col" className={styles.number}>
                {t('rejected.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rejected.map((entry) => (
              <tr key={entry.reason}>
                <td>
                  {entry.reason}
                  <code className={styles.sample}>
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
