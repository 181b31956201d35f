import type { TenantProfile } from '../../contract/registers.ts'
import { certificatesOf } from '../../domain/tenants/register-facts.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import styles from './tenants.module.css'

const LOOK = { valid: 'kept', ending: 'kept', ended: 'broken', none: 'unknown' } as const

/** Certificates of a tenant with the day on which each ends. */
export function CertificateTable({ profiles, today }: { profiles: readonly TenantProfile[]; today: string }) {
  const t = useText('tenants')
  const format = useFormat()
  return (
    <table className={styles.table} aria-label={t('certificates')}>
      <thead>
        <tr>
          <th scope="col">{t('certificates.standard')}</th>
          <th scope="col">{t('certificates.until')}</th>
          <th scope="col">{t('certificates.state')}</th>
        </tr>
      </thead>
      <tbody>
        {profiles
          .flatMap((profile) => certificatesOf(profile, today))
          .map(({ standard, until, state }) => (
            <tr key={standard} data-certificate={state}>
              <th scope="row">{t(`certificate.${standard}`)}</th>
              <td>{until === null ? t('notOnRecord') : format.date(Date.parse(`${until}T12:00:00Z`))}</td>
              <td>
                <span className={cx(styles.verdict, styles[LOOK[state]])}>{t(`certificates.state.${state}`)}</span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
