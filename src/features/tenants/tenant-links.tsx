import type { Asset, Tenant } from '../../contract/resources.ts'
import type { ExceptionItem } from '../../domain/exceptions/exceptions.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './tenants.module.css'

/** Equipment that the tenant hangs on, nearest first, each one click away. */
export function SupplierList({ suppliers }: { suppliers: readonly Asset[] }) {
  const t = useText('tenants')
  const words = useText('words')
  const nameOf = useAssetName()
  const { select } = useViewActions()
  if (suppliers.length === 0) return null
  return (
    <section className={styles.section}>
      <PanelHeader title={t('suppliers')} meta={t('suppliers.meta')} />
      <ul>
        {suppliers.map((asset) => (
          <li key={asset.id}>
            <button type="button" className={styles.link} onClick={() => select({ type: 'asset', id: asset.id })}>
              <span className={styles.name}>{nameOf(asset)}</span>
              <span className={styles.quiet}>{asset.name ? words(`asset.${asset.kind}`) : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface TenantExceptionsProps {
  index: ParkIndex
  tenant: Tenant
  exceptions: readonly ExceptionItem[] | null
}

/** What stands out at the tenant's own equipment now. */
export function TenantExceptions({ index, tenant, exceptions }: TenantExceptionsProps) {
  const t = useText('tenants')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  const { select } = useViewActions()
  const own = exceptions?.filter(({ assetId }) => index.assetById.get(assetId)?.tenantId === tenant.id) ?? []
  return (
    <section className={styles.section}>
      <PanelHeader title={t('exceptions')} aside={exceptions === null ? undefined : String(own.length)} />
      {own.length === 0 ? (
        <p className={styles.hint}>{t(exceptions === null ? 'exceptions.waiting' : 'exceptions.none')}</p>
      ) : null}
      <ul>
        {own.map((item) => {
          const asset = index.assetById.get(item.assetId)
          const point = item.pointId === null ? undefined : index.pointById.get(item.pointId)
          return (
            <li key={item.id}>
              <button
                type="button"
                className={styles.link}
                onClick={() => select({ type: 'asset', id: item.assetId }, item.pointId)}
              >
                <span className={styles.name}>
                  {point ? words(`point.${point.kind}`) : ''} {asset ? nameOf(asset) : item.assetId}
                </span>
                <span className={styles.quiet}>
                  {item.basis === null
                    ? ''
                    : t('exceptions.over', {
                        value: format.quantity(item.value ?? Number.NaN, item.unit, item.decimals),
                        basis: words(`basis.${item.basis}`),
                        limit: format.quantity(item.limit ?? Number.NaN, item.unit, item.decimals),
                      })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
