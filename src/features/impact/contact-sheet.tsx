import type { ParkIndex } from '../../domain/network/park-index.ts'
import { SERVICES } from '../../domain/plots/headroom.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../ui/chip.tsx'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import styles from './sheet.module.css'
import { CONTRACT_UNIT, LOAD_UNIT, useLossText } from './summary-panel.tsx'
import type { SubjectName } from './use-subject-name.ts'
import type { AffectedRow, ImpactView } from './use-impact.ts'

const CONTRACT_OF = {
  power: 'contractedPowerKw',
  water: 'contractedWaterM3PerDay',
  wastewater: 'contractedWastewaterM3PerDay',
} as const

function Entry({ row }: { row: AffectedRow }) {
  const t = useText('impact')
  const { tenant, plots, impact, load } = row
  return (
    <tr data-contact={tenant.id}>
      <th scope="row">
        <span className={styles.name} dir="auto">
          {tenant.name}
        </span>
        <span className={styles.soft}>
          {t('sheet.plots', { codes: plots.map(({ properties }) => properties.code).join(', ') })}
        </span>
      </th>
      <td>
        {impact.services.map((service) => (
          <span key={service} className={styles.line}>
            {t(`role.${service}`)}
          </span>
        ))}
      </td>
      <td className={styles.number}>
        {SERVICES.filter((service) => impact.services.includes(service)).map((service) => (
          <span key={service} className={styles.line}>
            <Figure value={tenant[CONTRACT_OF[service]]} unit={CONTRACT_UNIT[service]} decimals={0} />
          </span>
        ))}
      </td>
      <td className={styles.number}>
        {SERVICES.filter((service) => impact.services.includes(service)).map((service) => {
          const one = load[service]
          return (
            <span key={service} className={styles.line}>
              {one === null ? (
                t('sheet.noMeter')
              ) : (
                <>
                  <Figure
                    value={one.total.value}
                    unit={LOAD_UNIT[service]}
                    decimals={service === 'power' ? 0 : 1}
                    state={one.state}
                  />{' '}
                  <FigureNote state={one.state} calm=" " />
                </>
              )}
            </span>
          )
        })}
      </td>
      <td>
        {impact.services.map((service) => (
          <span key={service} className={styles.line}>
            {service === 'power' ? t(`tell.power.${row.powerAfter}`) : t(`tell.${service}`)}
          </span>
        ))}
      </td>
      <td className={styles.called}>
        <span className="visually-hidden">{t('sheet.open')}</span>
      </td>
    </tr>
  )
}

export interface ContactSheetProps {
  index: ParkIndex
  name: SubjectName
  view: ImpactView
  atMs: number
  isScenario: boolean
}

/** Whom to call and what to say: one line for a tenant, roles and no names of people, with a box to tick. */
export function ContactSheet({ index, name, view, atMs, isScenario }: ContactSheetProps) {
  const t = useText('impact')
  const shell = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const loss = useLossText()
  const rows = view.rows.toSorted((a, b) => format.compare(a.tenant.name, b.tenant.name))
  const { park } = index
  return (
    <article className={styles.sheet} aria-label={t('sheet')} data-sheet="">
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('sheet.title', { name: name.title })}</h2>
          <p>
            {park.name[locale]} · {t('sheet.asOf', { time: format.dateTime(atMs), zone: format.zoneLabel(atMs) })}
          </p>
        </div>
        <span className={styles.chips}>
          {isScenario ? <Chip>{shell('scenario')}</Chip> : null}
          {park.dataMode === 'simulated' ? <Chip>{shell('simulated')}</Chip> : null}
        </span>
      </header>
      <p className={styles.loss}>{loss(view)}</p>
      {rows.length === 0 ? <p className={styles.soft}>{t('tenants.none')}</p> : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.tenant')}</th>
            <th scope="col">{t('sheet.call')}</th>
            <th scope="col" className={styles.number}>
              {t('column.contracted')}
            </th>
            <th scope="col" className={styles.number}>
              {t('column.now')}
            </th>
            <th scope="col">{t('sheet.tell')}</th>
            <th scope="col">{t('sheet.called')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Entry key={row.tenant.id} row={row} />
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{t('sheet.note')}</p>
    </article>
  )
}
