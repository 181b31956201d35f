import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import type { RegisterId } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { exchangesOf } from '../../domain/tenants/register-facts.ts'
import type { Source } from '../../contract/primitives.ts'
import { useLocale } from '../../i18n/format.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { CertificateTable } from './certificate-table.tsx'
import { ExchangeTable } from './exchange-table.tsx'
import { RecpTable } from './recp-table.tsx'
import styles from './tenants.module.css'

interface SectionProps<T> {
  title: string
  meta: string
  none: string
  /** Null while the register is on its way. */
  rows: readonly T[] | null
  error: unknown
  retry: () => void
  children: (rows: readonly T[]) => ReactNode
}

/** Rows of one register about the tenant, in every state that a request can be in. */
function Section<T extends { source: Source }>({ title, meta, none, rows, error, retry, children }: SectionProps<T>) {
  const t = useText('tenants')
  const words = useText('words')
  const locale = useLocale()
  const errorText = useErrorText()
  const source = rows?.[0]?.source
  return (
    <section className={styles.section} aria-label={title}>
      <PanelHeader title={title} meta={meta} aside={rows && rows.length > 0 ? String(rows.length) : undefined} />
      {rows === null && error !== null ? (
        <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
      ) : rows === null ? (
        <PanelState kind="loading" lines={2} />
      ) : rows.length === 0 ? (
        <p className={styles.hint}>{none}</p>
      ) : (
        <>
          {children(rows)}
          {source ? (
            <p className={styles.hint}>
              {source.year === null
                ? t('source', { title: sourceTitle(source, locale) })
                : t('sourceYear', { title: sourceTitle(source, locale), year: source.year })}{' '}
              · {words(`confidence.${source.confidence}`)}
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}

function useRegister<R extends RegisterId>(parkId: string, registerId: R) {
  const { data, error, refetch } = useQuery(registerQueries.rows(parkId, registerId))
  return { data: data ?? null, error: data ? null : error, retry: () => void refetch() }
}

export interface TenantRegistersProps {
  index: ParkIndex
  tenantId: string
  /** Server time, and its date in the park's zone. */
  nowMs: number
  today: string
}

/** What the registers say of a tenant: certificates, cleaner production, by-product exchanges. */
export function TenantRegisters({ index, tenantId, nowMs, today }: TenantRegistersProps) {
  const t = useText('tenants')
  const { id: parkId } = index.park
  const profiles = useRegister(parkId, 'tenant-profiles')
  const solutions = useRegister(parkId, 'recp-solutions')
  const exchanges = useRegister(parkId, 'symbiosis-exchanges')
  return (
    <>
      <Section
        title={t('certificates')}
        meta={t('certificates.meta')}
        none={t('certificates.none')}
        rows={profiles.data?.filter((row) => row.tenantId === tenantId) ?? null}
        error={profiles.error}
        retry={profiles.retry}
      >
        {(rows) => <CertificateTable profiles={rows} today={today} />}
      </Section>
      <Section
        title={t('recp')}
        meta={t('recp.meta')}
        none={t('recp.none')}
        rows={solutions.data?.filter((row) => row.tenantId === tenantId) ?? null}
        error={solutions.error}
        retry={solutions.retry}
      >
        {(rows) => <RecpTable solutions={rows} />}
      </Section>
      <Section
        title={t('exchanges')}
        meta={t('exchanges.meta')}
        none={t('exchanges.none')}
        rows={exchanges.data ? exchangesOf(exchanges.data, tenantId) : null}
        error={exchanges.error}
        retry={exchanges.retry}
      >
        {(rows) => <ExchangeTable index={index} rows={rows} tenantId={tenantId} nowMs={nowMs} />}
      </Section>
    </>
  )
}
