import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { plantsOf, type PlantModel } from '../../domain/water/plant-units.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CompliancePanel, useCompliance } from './compliance-panel.tsx'
import { ControlPanel } from './control-panel.tsx'
import { DistrictPanel } from './district-panel.tsx'
import { OperationalPanel } from './operational-panel.tsx'
import { PARAMETERS, parameterOf } from './parameters.ts'
import { PlantPanel } from './plant-panel.tsx'
import { StateBox } from './state-box.tsx'
import { SupplyView } from './supply-view.tsx'
import { useOutfallDay } from './use-outfall-day.ts'
import { usePermit } from './use-permit.ts'
import styles from './water.module.css'

/** One central plant with the law, the operation and the process behind its outfall. */
function PlantView({ index, model }: { index: ParkIndex; model: PlantModel }) {
  const t = useText('water')
  const { view, patch } = useView()
  const parameter = parameterOf(view.measure)
  const outfallId = model.outfalls[0]?.id ?? null
  const permits = usePermit(index.park.id, outfallId)
  const outfall = useOutfallDay(index, outfallId)
  const compliance = useCompliance(outfall, permits)
  const { state, decided, required } = compliance.outfall
  return (
    <>
      <PanelBoundary>
        <PlantPanel index={index} model={model} permits={permits} />
      </PanelBoundary>
      <div className={styles.bar}>
        <p className={styles.verdict}>
          <StateBox state={state} />
          <b>{t(`effluent.${state}`)}</b>
          <span className={styles.quiet}>{t('effluent.count', { decided, required })}</span>
        </p>
        <Segmented
          label={t('measure')}
          value={parameter.id}
          options={PARAMETERS.map(({ id, kind }) => ({ id, label: t(`short.${kind}`) }))}
          onChange={(id) => patch({ measure: id === PARAMETERS[0].id ? null : id })}
        />
      </div>
      <div className={styles.cards}>
        <PanelBoundary>
          <CompliancePanel index={index} outfall={outfall} permits={permits} compliance={compliance} />
        </PanelBoundary>
        <PanelBoundary>
          <OperationalPanel index={index} outfall={outfall} permits={permits} parameter={parameter} />
        </PanelBoundary>
        <PanelBoundary>
          <ControlPanel index={index} outfallId={outfallId} permits={permits} parameter={parameter} />
        </PanelBoundary>
      </div>
    </>
  )
}

function Loaded({ index }: { index: ParkIndex }) {
  const t = useText('water')
  const plants = useMemo(() => plantsOf(index), [index])
  const count = (kind: string): number => index.assets.filter((asset) => asset.kind === kind).length
  usePageMeta(
    [
      t('meta.sources', { count: count('water-plant') }),
      t('meta.districts', { count: count('district-meter') }),
      t('meta.plants', { count: plants.length }),
      t('meta.outfalls', { count: count('outfall') }),
    ].join(' · '),
  )
  const { view, patch } = useView()
  const tab = view.tab === 'supply' ? 'supply' : 'plant'
  return (
    <div className={styles.page}>
      <div className={styles.tabs}>
        <Segmented
          label={t('tab')}
          value={tab}
          options={[
            { id: 'plant', label: t('tab.plant') },
            { id: 'supply', label: t('tab.supply') },
          ]}
          onChange={(id) => patch({ tab: id === 'supply' ? id : null })}
        />
      </div>
      {tab === 'supply' ? (
        <PanelBoundary>
          <SupplyView index={index} />
        </PanelBoundary>
      ) : (
        <>
          {plants.length === 0 ? <PanelState kind="empty" text={t('plant.none')} /> : null}
          {plants.map((model) => (
            <PlantView key={model.plant.id} index={index} model={model} />
          ))}
          <PanelBoundary>
            <DistrictPanel index={index} />
          </PanelBoundary>
        </>
      )}
    </div>
  )
}

/** Water and wastewater: the plant and its outfall, and where the water goes. */
export function WaterPage() {
  const index = useParkIndex()
  return index ? <Loaded index={index} /> : <PanelState kind="loading" lines={6} />
}
