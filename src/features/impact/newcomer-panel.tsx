import type { ParkIndex } from '../../domain/network/park-index.ts'
import { demandOf } from '../../domain/plots/carry.ts'
import { canCarry, type Service, type StageHeadroom } from '../../domain/plots/headroom.ts'
import { newcomerStages } from '../../domain/scenario/newcomer.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useOffers } from '../../live/use-offers.ts'
import { useViewActions } from '../../session/view.ts'
import type { WhatIf } from '../../session/what-if.ts'
import { SelectField } from '../../ui/fields.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './impact.module.css'
import { ScenarioFields } from './scenario-bar.tsx'
import { STREAM_OF } from './summary-panel.tsx'

function Left({ value, service }: { value: Outcome<StageHeadroom>; service: Service }) {
  const t = useText('impact')
  const format = useFormat()
  if (!value.ok) return <span className={styles.missing}>{t('reason.noData')}</span>
  const { headroom } = value.value
  const text = service === 'power' ? format.quantity(headroom / 1000, 'MW', 2) : format.quantity(headroom, 'm3/d', 0)
  return <span className={headroom < 0 ? styles.strong : undefined}>{text}</span>
}

/** A tenant comes to a free plot: what is left of each stage before and after. */
export function NewcomerPanel({
  index,
  whatIf,
  plotId,
}: {
  index: ParkIndex
  whatIf: Extract<WhatIf, { kind: 'newcomer' }>
  /** The plot that is judged, which the map marks. */
  plotId: string | null
}) {
  const t = useText('impact')
  const nameOf = useAssetName()
  const errorText = useErrorText()
  const { select } = useViewActions()
  const { offers, isLoading, error, retry } = useOffers(index)
  const offer = offers.find(({ plot }) => plot.id === plotId)
  if (error) return <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
  if (isLoading) return <PanelState kind="loading" lines={6} />
  if (!offer) return <PanelState kind="empty" text={t('newcomer.noPlot')} />
  const demand = demandOf(whatIf)
  const { canCarry: can } = canCarry(offer.headroom, demand)
  return (
    <section className={styles.section} aria-label={t('whatIf.newcomer')}>
      <PanelHeader title={t('whatIf.newcomer')} />
      <SelectField
        label={t('newcomer.plot')}
        value={offer.plot.id}
        options={offers.map(({ plot }) => ({ id: plot.id, label: plot.properties.code }))}
        onChange={(id) => select({ type: 'plot', id })}
      />
      <ScenarioFields whatIf={whatIf} />
      <p className={styles.sentence} data-verdict={String(can)}>
        <b>{t(can === null ? 'newcomer.unknown' : can ? 'newcomer.can' : 'newcomer.cannot')}</b>
      </p>
      <table className={styles.table} aria-label={t('newcomer.headroom')}>
        <thead>
          <tr>
            <th scope="col">{t('newcomer.headroom')}</th>
            <th scope="col" className={styles.number}>
              {t('column.before')}
            </th>
            <th scope="col" className={styles.number}>
              {t('column.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {newcomerStages(offer.stages, demand).map(({ service, stage, before, after }) => (
            <tr key={`${service} ${stage.assetId}`} data-stage={stage.assetId}>
              <th scope="row">
                <span className={styles.service}>
                  <StreamMark stream={STREAM_OF[service]} />
                  {nameOf(stage.asset)}
                </span>
              </th>
              <td className={styles.number}>
                <Left value={before} service={service} />
              </td>
              <td className={styles.number}>
                <Left value={after} service={service} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{t('newcomer.note')}</p>
    </section>
  )
}
