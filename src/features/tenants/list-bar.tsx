import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { industrySchema } from '../../contract/collections.ts'
import styles from './tenants.module.css'

export interface ListBarProps {
  /** Found and all. */
  count: string
  statuses: readonly { id: string; label: string }[]
  tools?: ReactNode
}

/** Search, filters and count above a list; all of it lives in the address. */
export function ListBar({ count, statuses, tools }: ListBarProps) {
  const t = useText('tenants')
  const words = useText('words')
  const { view, patch } = useView()
  const { tenants } = view
  const industries = industrySchema.options.map((id) => ({ id, label: words(`industry.${id}`) }))
  return (
    <div className={styles.bar}>
      <input
        type="search"
        className={styles.find}
        data-screen-only=""
        value={tenants.find}
        placeholder={t('find')}
        aria-label={t('find')}
        maxLength={80}
        onChange={(event) => patch({ tenants: { ...tenants, find: event.target.value } }, 'small')}
      />
      <select
        className={styles.choice}
        data-screen-only=""
        aria-label={t('filter.industry')}
        value={tenants.industry ?? ''}
        onChange={(event) => {
          const chosen = industrySchema.safeParse(event.target.value)
          patch({ tenants: { ...tenants, industry: chosen.success ? chosen.data : null } })
        }}
      >
        <option value="">{t('filter.allIndustries')}</option>
        {industries.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        className={styles.choice}
        data-screen-only=""
        aria-label={t('filter.status')}
        value={tenants.status ?? ''}
        onChange={(event) =>
          patch({ tenants: { ...tenants, status: event.target.value === '' ? null : event.target.value } })
        }
      >
        <option value="">{t('filter.allStatuses')}</option>
        {statuses.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <span className={styles.count}>{count}</span>
      {tools}
    </div>
  )
}
