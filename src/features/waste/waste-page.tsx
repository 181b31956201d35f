import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings, useServerNow } from '../../live/hooks.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { Later } from '../../ui/later.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { containerRows } from './container-rows.ts'
import { ClocksPanel } from './clocks-panel.tsx'
import { ContainersPanel } from './containers-panel.tsx'
import { ExchangesPanel } from './exchanges-panel.tsx'
import { FiguresStrip } from './figures-strip.tsx'
import { SchedulePanel } from './schedule-panel.tsx'
import { StreamsPanel } from './streams-panel.tsx'
import { useForecasts } from './use-forecasts.ts'
import { useDayMasses } from './use-masses.ts'
import { useRounds } from './use-rounds.ts'
import { VehiclesPanel } from './vehicles-panel.tsx'
import { wasteAssets } from './waste-assets.ts'
import foot from './foot.module.css'
import styles from './waste.module.css'

/** Containers fill by the hour: two hundred levels need no look each second. */
const LEVELS_MS = 5000

function Waste({ index }: { index: ParkIndex }) {
  const t = useText('waste')
  const format = useFormat()
  const assets = useMemo(() => wasteAssets(index), [index])
  const nowMs = useServerNow(60_000)
  const fills = useMemo(() => assets.containers.map(({ point }) => point.id), [assets])
  const readings = useLiveReadings(fills, LEVELS_MS)
  const forecasts = useForecasts(index.park.id, assets.containers)
  const rounds = useRounds(index, assets)
  const masses = useDayMasses(index, assets)
  const rows = useMemo(
    () => containerRows(assets.containers, readings, forecasts, rounds, nowMs),
    [assets, readings, forecasts, rounds, nowMs],
  )
  usePageMeta(
    t('meta', {
      containers: format.number(assets.containers.length),
      vehicles: format.number(assets.vehicles.length),
    }),
  )
  return (
    <div className={styles.page} data-level="2">
      <PanelBoundary>
        <FiguresStrip index={index} assets={assets} rows={rows} rounds={rounds} masses={masses} nowMs={nowMs} />
      </PanelBoundary>
      <div className={styles.main}>
        <PanelBoundary>
          <ContainersPanel index={index} rows={rows} forecasts={forecasts} rounds={rounds} nowMs={nowMs} />
        </PanelBoundary>
      </div>
      <div className={styles.side}>
        <Later>
          <PanelBoundary>
            <VehiclesPanel index={index} assets={assets} rounds={rounds} />
            <SchedulePanel index={index} nowMs={nowMs} />
          </PanelBoundary>
        </Later>
      </div>
      <div className={foot.foot}>
        <Later>
          <PanelBoundary>
            <StreamsPanel index={index} masses={masses} nowMs={nowMs} />
          </PanelBoundary>
          <PanelBoundary>
            <ClocksPanel index={index} nowMs={nowMs} />
          </PanelBoundary>
          <PanelBoundary>
            <ExchangesPanel index={index} nowMs={nowMs} />
          </PanelBoundary>
        </Later>
      </div>
    </div>
  )
}

/** Level 2, waste: what is full when, who comes for it, where it goes and what the law allows. */
export function WastePage() {
  const index = useParkIndex()
  return index ? <Waste index={index} /> : <PanelState kind="loading" lines={6} />
}
