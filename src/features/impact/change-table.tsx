import type { ReactNode } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Service } from '../../domain/plots/headroom.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import { UnitText } from '../../ui/unit-text.tsx'
import styles from './impact.module.css'
import { STREAM_OF } from './summary-panel.tsx'
import { useNameById } from './transfer-panel.tsx'
import type { ServiceChanges } from './use-changes.ts'
import type { Networks } from './use-networks.ts'
import { useEdgeName } from './use-subject-name.ts'

const SHOWN = {
  power: { divisor: 1000, decimals: 2, unit: 'MW' },
  water: { divisor: 1, decimals: 1, unit: 'm3/h' },
  wastewater: { divisor: 1, decimals: 1, unit: 'm3/h' },
} as const satisfies Record<Service, { divisor: number; decimals: number; unit: string }>

/** An amount with its unit, of one width of gap in every column. */
function InUnit({ service, children }: { service: Service; children: ReactNode }) {
  return (
    <span>
      {children}{' '}
      <span className={styles.soft}>
        <UnitText unit={SHOWN[service].unit} />
      </span>
    </span>
  )
}

interface ValueProps {
  value: Outcome<number>
  service: Service
  isStrong?: boolean
}

function Value({ value, service, isStrong = false }: ValueProps) {
  const t = useText('impact')
  const format = useFormat()
  const { divisor, decimals } = SHOWN[service]
  if (value.ok) {
    const text = format.number(value.value / divisor, decimals)
    return <InUnit service={service}>{isStrong ? <b>{text}</b> : text}</InUnit>
  }
  const { coverage } = value
  return (
    <InUnit service={service}>
      <span
        className={styles.missing}
        title={coverage ? t('meters', { good: coverage.contributing, all: coverage.expected }) : t('reason.noData')}
      >
        –
      </span>
    </InUnit>
  )
}

function Change({ before, after, service }: { before: Outcome<number>; after: Outcome<number>; service: Service }) {
  const format = useFormat()
  const { divisor, decimals } = SHOWN[service]
  return (
    <InUnit service={service}>
      {before.ok && after.ok ? format.difference(after.value / divisor, before.value / divisor, decimals) : '–'}
    </InUnit>
  )
}

/** Equipment whose load the scenario changes: before, after, difference. */
export function ChangeTable({
  index,
  networks,
  services,
  time,
}: {
  index: ParkIndex
  networks: Networks
  services: readonly ServiceChanges[]
  time: string
}) {
  const t = useText('impact')
  const format = useFormat()
  const assetName = useNameById(index)
  const edgeName = useEdgeName()
  const nameOf = (id: string): string => {
    const edge = networks.edgeById.get(id)
    return edge ? edgeName(edge) : assetName(id)
  }
  return (
    <section className={styles.affected} aria-label={t('changes')}>
      <PanelHeader title={t('changes')} meta={t('tenants.meta', { time })} />
      {services.length === 0 ? <p className={styles.soft}>{t('changes.none')}</p> : null}
      {services.length === 0 ? null : (
        <table className={styles.table} aria-label={t('changes')}>
          <thead>
            <tr>
              <th scope="col">{t('column.equipment')}</th>
              <th scope="col" className={styles.number}>
                {t('column.before')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.after')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.change')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.meters')}
              </th>
            </tr>
          </thead>
          <tbody>
            {services.flatMap(({ service, changes }) =>
              changes.map(({ id, before, after, metersBefore, metersAfter }) => (
                <tr key={id} data-stage={id}>
                  <th scope="row">
                    <span className={styles.service}>
                      <StreamMark stream={STREAM_OF[service]} />
                      {nameOf(id)}
                    </span>
                  </th>
                  <td className={styles.number}>
                    <Value value={before} service={service} />
                  </td>
                  <td className={styles.number}>
                    <Value value={after} service={service} isStrong />
                  </td>
                  <td className={styles.number}>
                    <Change before={before} after={after} service={service} />
                  </td>
                  <td className={styles.number}>
                    {metersBefore === metersAfter
                      ? format.number(metersBefore)
                      : `${format.number(metersBefore)} → ${format.number(metersAfter)}`}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </section>
  )
}
