import type { Tenant } from '../../contract/resources.ts'
import { PROMISES, type PromiseId } from '../../domain/tenants/promises.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { useAskCell } from './ask-cell.tsx'
import styles from './tenants.module.css'
import type { TenantUse } from './use-tenant-use.ts'

/** Who promises: the park to the tenant, or the tenant to the park. */
const PROMISED_BY = {
  voltage: 'park',
  pressure: 'park',
  'power-factor': 'tenant',
  demand: 'tenant',
  discharge: 'tenant',
} as const satisfies Record<PromiseId, 'park' | 'tenant'>

interface Terms {
  unit: string
  decimals: number
  limit: string
}

function useTerms(tenant: Tenant, use: TenantUse): (id: PromiseId) => Terms {
  const format = useFormat()
  return (id) => {
    switch (id) {
      case 'voltage':
        return {
          unit: 'kV',
          decimals: 2,
          limit: use.nominalKv === null ? '–' : `${format.quantity(use.nominalKv, 'kV', 0)} ± 5 %`,
        }
      case 'pressure':
        return {
          unit: 'bar',
          decimals: 2,
          limit: use.leastBar === null ? '–' : `≥ ${format.quantity(use.leastBar, 'bar', 1)}`,
        }
      case 'power-factor':
        return {
          unit: '1',
          decimals: 3,
          limit: use.leastCosPhi === null ? '–' : `≥ ${format.number(use.leastCosPhi, 2)}`,
        }
      case 'demand':
        return {
          unit: 'kW',
          decimals: 0,
          limit: tenant.contractedPowerKw === null ? '–' : `≤ ${format.quantity(tenant.contractedPowerKw, 'kW')}`,
        }
      case 'discharge':
        return {
          unit: 'm3/d',
          decimals: 0,
          limit:
            tenant.contractedWastewaterM3PerDay === null
              ? '–'
              : `≤ ${format.quantity(tenant.contractedWastewaterM3PerDay, 'm3/d')}`,
        }
      default:
        return id satisfies never
    }
  }
}

/** Promises in both directions, with the minutes out of each in the last seven days. */
export function PromiseTable({ tenant, use }: { tenant: Tenant; use: TenantUse }) {
  const t = useText('tenants')
  const quality = useText('quality')
  const format = useFormat()
  const cell = useAskCell()
  const termsOf = useTerms(tenant, use)
  return (
    <section className={styles.section}>
      <PanelHeader title={t('promises')} meta={t('promises.meta')} />
      <table className={styles.table} aria-label={t('promises')}>
        <thead>
          <tr>
            <th scope="col">{t('promises.what')}</th>
            <th scope="col">{t('promises.by')}</th>
            <th scope="col">{t('promises.limit')}</th>
            <th scope="col" className={styles.number}>
              {t('promises.worst')}
            </th>
            <th scope="col" className={styles.number}>
              {t('promises.out')}
            </th>
            <th scope="col">{t('promises.result')}</th>
          </tr>
        </thead>
        <tbody>
          {PROMISES.map((id) => {
            const kept = use.promises[id]
            const { unit, decimals, limit } = termsOf(id)
            return (
              <tr key={id} data-promise={id}>
                <th scope="row">{t(`promise.${id}`)}</th>
                <td className={styles.quiet}>{t(`promises.by.${PROMISED_BY[id]}`)}</td>
                <td>{limit}</td>
                <td className={styles.number}>
                  {kept.ok ? format.quantity(kept.value.worst, unit, decimals) : cell.outcome(kept, 0)}
                </td>
                <td className={styles.number}>
                  {kept.ok ? t('minutes', { value: format.number(kept.value.outMinutes) }) : cell.outcome(kept, 0)}
                </td>
                <td>
                  <span
                    className={cx(
                      styles.verdict,
                      !kept.ok ? styles.unknown : kept.value.outMinutes > 0 ? styles.broken : styles.kept,
                    )}
                  >
                    {kept.ok
                      ? t(kept.value.outMinutes > 0 ? 'promises.broken' : 'promises.kept')
                      : quality('notEnough')}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
