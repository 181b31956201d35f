import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { demandOf, isAsked, rankOffers } from '../../domain/plots/carry.ts'
import { SERVICES } from '../../domain/plots/headroom.ts'
import type { PlotOffer } from '../../domain/plots/offers.ts'
import { mapOutcome } from '../../domain/statistics/outcome.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { useAskCell } from './ask-cell.tsx'
import { HEADROOM_UNIT, headroomMw, Verdict } from './offer-parts.tsx'
import styles from './tenants.module.css'

interface Line {
  label: string
  cells: readonly ReactNode[]
}

/** Up to four free plots side by side. */
export function ComparePanel({ offers }: { offers: readonly PlotOffer[] }) {
  const t = useText('tenants')
  const format = useFormat()
  const cell = useAskCell()
  const nameOf = useAssetName()
  const { view, patch, select } = useView()
  const chosen = view.tenants.compare
    .map((id) => offers.find(({ plot }) => plot.id === id))
    .filter((offer) => offer !== undefined)
  const demand = demandOf(view.tenants)
  const asked = isAsked(demand)
  if (chosen.length === 0) {
    return (
      <div className={styles.panel}>
        <PanelHeader title={t('compare')} />
        <p className={styles.hint}>{t('compare.hint')}</p>
      </div>
    )
  }
  const line = (label: string, cellOf: (offer: PlotOffer) => ReactNode): Line => ({ label, cells: chosen.map(cellOf) })
  const unknown = <span className={styles.quiet}>{t('notKnown')}</span>
  const lines: Line[] = [
    line(`${t('column.area')}, ha`, ({ plot }) => cell.number(plot.properties.areaHa, 2)),
    ...SERVICES.map((service) =>
      line(`${t(`headroom.${service}`)}, ${unitWords(HEADROOM_UNIT[service], format.locale)}`, ({ headroom }) =>
        cell.outcome(
          mapOutcome(headroom.services[service], (stage) => headroomMw(service, stage.headroom)),
          service === 'power' ? 2 : 0,
        ),
      ),
    ),
    ...SERVICES.map((service) =>
      line(t(`binds.${service}`), ({ headroom, stages }) => {
        const one = headroom.services[service]
        const stage = one.ok ? stages[service].find(({ assetId }) => assetId === one.value.assetId) : undefined
        return stage ? nameOf(stage.asset) : unknown
      }),
    ),
    ...SERVICES.map((service) =>
      line(t(`nearest.${service}`), ({ connections }) =>
        connections[service] ? format.quantity(connections[service].distanceM, 'm', 0) : unknown,
      ),
    ),
    line(t('price'), () => unknown),
  ]
  if (asked) {
    const answers = rankOffers(chosen, demand)
    lines.push(
      line(t('column.answer'), (offer) => {
        const ranked = answers.find((one) => one.offer === offer)
        return ranked ? <Verdict answer={ranked.answer} /> : null
      }),
    )
  }
  return (
    <div className={styles.panel}>
      <PanelHeader
        title={t('compare')}
        aside={
          <span data-screen-only="">
            <Button look="quiet" onClick={() => patch({ tenants: { ...view.tenants, compare: [] } })}>
              {t('compare.clear')}
            </Button>
            <Button look="quiet" iconOnly aria-label={t('print')} title={t('print')} onClick={() => window.print()}>
              <Printer size="1rem" aria-hidden="true" />
            </Button>
          </span>
        }
      />
      <table className={styles.table} aria-label={t('compare')}>
        <thead>
          <tr>
            <th scope="col">{t('column.plot')}</th>
            {chosen.map(({ plot }) => (
              <th key={plot.id} scope="col" className={styles.number}>
                <button
                  type="button"
                  className={styles.linkButton}
                  onClick={() => select({ type: 'plot', id: plot.id })}
                >
                  {plot.properties.code}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {chosen.map(({ plot }, k) => (
                <td key={plot.id} className={styles.compared}>
                  {cells[k]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
