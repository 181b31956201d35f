import type { SymbiosisExchange } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { reviewMonth } from '../../domain/waste/exchange-flows.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { useAskCell } from './ask-cell.tsx'
import styles from './tenants.module.css'

export interface ExchangeTableProps {
  index: ParkIndex
  rows: readonly SymbiosisExchange[]
  tenantId: string
  nowMs: number
}

/** By-products that the tenant gives or takes: contracted against actual amounts of a month. */
export function ExchangeTable({ index, rows, tenantId, nowMs }: ExchangeTableProps) {
  const t = useText('tenants')
  const format = useFormat()
  const rowText = useRowText()
  const cell = useAskCell()
  const { select } = useViewActions()
  return (
    <table className={styles.table} aria-label={t('exchanges')}>
      <thead>
        <tr>
          <th scope="col">{t('exchanges.what')}</th>
          <th scope="col">{t('exchanges.partner')}</th>
          <th scope="col" className={styles.number}>
            {t('exchanges.contracted')}
          </th>
          <th scope="col" className={styles.number}>
            {t('exchanges.actual')}
          </th>
          <th scope="col" className={styles.number}>
            {t('exchanges.kept')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const gives = row.giverTenantId === tenantId
          const partnerId = gives ? row.takerTenantId : row.giverTenantId
          const partner = partnerId === null ? undefined : index.tenantById.get(partnerId)
          const name = partner?.name ?? rowText(row, gives ? 'takerName' : 'giverName')
          const review = reviewMonth(row, nowMs)
          return (
            <tr key={row.id} data-stage={row.stage}>
              <th scope="row">
                {rowText(row, 'title')}{' '}
                <span className={styles.quiet}>
                  {t(gives ? 'exchanges.gives' : 'exchanges.takes')} · {t(`exchanges.stage.${row.stage}`)}
                </span>
              </th>
              <td>
                {partner ? (
                  <button
                    type="button"
                    className={styles.linkButton}
                    onClick={() => select({ type: 'tenant', id: partner.id })}
                  >
                    {name}
                  </button>
                ) : (
                  <span dir="auto">{name ?? t('notOnRecord')}</span>
                )}
              </td>
              <td className={styles.number}>{cell.number(row.contractedTPerMonth, 1)}</td>
              <td className={styles.number}>{cell.number(row.actualTPerMonth, 1)}</td>
              <td className={styles.number}>
                {review.ok ? `${format.number(review.value.fulfilmentPercent, 0)} %` : cell.outcome(review, 0)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
