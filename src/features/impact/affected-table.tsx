import { SERVICES } from '../../domain/plots/headroom.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import type { LiveTotal } from '../../ui/live-total.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import styles from './impact.module.css'
import { STREAM_OF } from './summary-panel.tsx'
import type { AffectedRow, ImpactView } from './use-impact.ts'

function Load({ load, unit, decimals }: { load: LiveTotal | null; unit: string; decimals: number }) {
  if (load === null) return <span className={styles.soft}>–</span>
  return (
    <>
      <Figure value={load.total.value} unit={unit} decimals={decimals} state={load.state} />
      <FigureNote state={load.state} calm=" " />
    </>
  )
}

function Contract({ value, isLost }: { value: number | null; isLost: boolean }) {
  const t = useText('impact')
  const format = useFormat()
  if (!isLost) return <span className={styles.soft}>–</span>
  return value === null ? <span className={styles.missing}>{t('contract.none')}</span> : format.number(value, 0)
}

function Row({ row, hasWater }: { row: AffectedRow; hasWater: boolean }) {
  const t = useText('impact')
  const format = useFormat()
  const { open } = useViewActions()
  const { tenant, impact, plots, load, share } = row
  return (
    <tr data-tenant={tenant.id}>
      <th scope="row">
        <button
          type="button"
          className={styles.link}
          dir="auto"
          title={tenant.name}
          onClick={() => open('tenants', { selection: { type: 'tenant', id: tenant.id } })}
        >
          {tenant.name}
        </button>
      </th>
      <td>{plots.map(({ properties }) => properties.code).join(', ')}</td>
      <td>
        <span className={styles.marks}>
          {SERVICES.filter((service) => impact.services.includes(service)).map((service) => (
            <span key={service} title={t(`service.${service}`)}>
              <StreamMark stream={STREAM_OF[service]} />
              <span className="visually-hidden">{t(`service.${service}`)}</span>
            </span>
          ))}
        </span>
      </td>
      <td className={styles.number}>
        <Contract value={tenant.contractedPowerKw} isLost={impact.services.includes('power')} />
      </td>
      <td className={styles.number}>
        <Load load={load.power} unit="kW" decimals={0} />
      </td>
      <td className={styles.number}>{share === null ? '–' : format.percent(share)}</td>
      {hasWater ? (
        <>
          <td className={styles.number}>
            <Contract
              value={
                impact.services.includes('water') ? tenant.contractedWaterM3PerDay : tenant.contractedWastewaterM3PerDay
              }
              isLost={impact.services.some((service) => service !== 'power')}
            />
          </td>
          <td className={styles.number}>
            <Load load={load.water ?? load.wastewater} unit="m3/h" decimals={1} />
          </td>
        </>
      ) : null}
      <td>{t(`after.${row.powerAfter}`)}</td>
    </tr>
  )
}

/** Every tenant that loses a service: its contract, what it takes now, its share of the loss, and what becomes of it. */
export function AffectedTable({ view, time }: { view: ImpactView; time: string }) {
  const t = useText('impact')
  const format = useFormat()
  const rows = view.rows.toSorted((a, b) => format.compare(a.tenant.name, b.tenant.name))
  const hasWater = rows.some(({ impact }) => impact.services.some((service) => service !== 'power'))
  return (
    <section className={styles.affected} aria-label={t('tenants')}>
      <PanelHeader
        title={t('tenants')}
        meta={t('tenants.meta', { time })}
        aside={t('tenants.count', { count: rows.length })}
      />
      {rows.length === 0 ? <p className={styles.soft}>{t('tenants.none')}</p> : null}
      {rows.length === 0 ? null : (
        <table className={styles.table} aria-label={t('tenants')}>
          <thead>
            <tr>
              <th scope="col">{t('column.tenant')}</th>
              <th scope="col">{t('column.plots')}</th>
              <th scope="col">{t('column.loses')}</th>
              <th scope="col" className={styles.number}>
                {t('column.power')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.powerNow')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.share')}
              </th>
              {hasWater ? (
                <>
                  <th scope="col" className={styles.number}>
                    {t('column.water')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('column.waterNow')}
                  </th>
                </>
              ) : null}
              <th scope="col">{t('column.afterSwitching')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.tenant.id} row={row} hasWater={hasWater} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
