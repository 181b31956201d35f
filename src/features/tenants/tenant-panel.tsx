import { Map as MapIcon } from 'lucide-react'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { LiveTotal } from './live-cells.tsx'
import { LoadProfile } from './load-profile.tsx'
import { MeterList } from './meter-list.tsx'
import { PromiseTable } from './promise-table.tsx'
import { SupplierList, TenantExceptions } from './tenant-links.tsx'
import { TenantRegisters } from './tenant-registers.tsx'
import { TenantFacts } from './tenant-facts.tsx'
import styles from './tenants.module.css'
import type { Directory } from './use-directory.ts'
import { useTenantUse } from './use-tenant-use.ts'
import { UseTable } from './use-table.tsx'

const HOUR_MS = 3_600_000

export interface TenantPanelProps {
  index: ParkIndex
  directory: Directory
  tenantId: string
}

/** Everything about one tenant. */
export function TenantPanel({ index, directory, tenantId }: TenantPanelProps) {
  const t = useText('tenants')
  const { select } = useViewActions()
  const row = directory.rows.find(({ tenant }) => tenant.id === tenantId)
  if (row) return <Selected index={index} row={row} />
  return (
    <div className={styles.panel}>
      {directory.isLoading ? (
        <PanelState kind="loading" />
      ) : (
        <PanelState kind="empty" text={t('notFound', { id: tenantId })} />
      )}
      <Button onClick={() => select(null)}>{t('close')}</Button>
    </div>
  )
}

function Title({ tenant }: { tenant: Tenant }) {
  const t = useText('tenants')
  const words = useText('words')
  const { view, select, open } = useView()
  return (
    <header className={styles.title}>
      <div className={styles.titles}>
        <h2 className={styles.heading} title={tenant.name} dir="auto">
          {tenant.name}
        </h2>
        <p className={styles.quiet}>
          {words(`industry.${tenant.industry}`)} · {t('vsic', { code: tenant.vsic })}
        </p>
      </div>
      <span className={styles.tools} data-screen-only="">
        <Button
          onClick={() => open('overview', { selection: view.selection, plotTheme: 'power-density', camera: null })}
        >
          <MapIcon size="1rem" aria-hidden="true" />
          {t('onMap')}
        </Button>
        <CloseButton label={t('close')} escapes onClose={() => select(null)} />
      </span>
    </header>
  )
}

function Selected({ index, row }: { index: ParkIndex; row: TenantRow }) {
  const t = useText('tenants')
  const errorText = useErrorText()
  const exceptions = useExceptions()
  const { tenant, meters } = row
  const { use, suppliers, isLoading, error, retry } = useTenantUse(index, tenant, meters)
  const nowMs = useServerNow(HOUR_MS)
  const isMetered = meters.assets.length > 0
  return (
    <div className={styles.panel} data-selected={tenant.id}>
      <Title tenant={tenant} />
      <dl className={styles.quartet}>
        <div>
          <dt>{t('column.power')}, kW</dt>
          <dd>
            <LiveTotal points={meters.power} size="large" />
          </dd>
        </div>
        <div>
          <dt>{t('waterFlow')}, m³/h</dt>
          <dd>
            <LiveTotal points={meters.water} decimals={1} size="large" />
          </dd>
        </div>
        <div>
          <dt>{t('dischargeFlow')}, m³/h</dt>
          <dd>
            <LiveTotal points={meters.discharge} decimals={1} size="large" />
          </dd>
        </div>
        <div>
          <dt>{t('state')}</dt>
          <dd className={styles.state}>{t(`status.${row.status}`)}</dd>
        </div>
      </dl>
      {isMetered ? null : (
        <p className={styles.banner}>
          {t(row.status === 'construction' ? 'noMeter.construction' : 'noMeter.operating')}
        </p>
      )}
      <TenantExceptions index={index} tenant={tenant} exceptions={exceptions} />
      {isMetered && error ? (
        <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
      ) : isMetered && isLoading ? (
        <PanelState kind="loading" lines={6} />
      ) : use ? (
        <>
          <UseTable index={index} row={row} use={use} />
          <LoadProfile index={index} tenant={tenant} use={use} />
          <PromiseTable tenant={tenant} use={use} />
        </>
      ) : null}
      <section className={styles.section}>
        <PanelHeader title={t('facts')} />
        <TenantFacts row={row} />
      </section>
      <TenantRegisters index={index} tenantId={tenant.id} nowMs={nowMs} today={isoDateOf(nowMs, index.park.timeZone)} />
      <MeterList index={index} meters={meters} />
      <SupplierList suppliers={suppliers} />
    </div>
  )
}
