import { useMemo, type ComponentType } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { Later } from '../../ui/later.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { BalancePanel } from './balance-panel.tsx'
import { energyPoints } from '../../domain/energy/energy-points.ts'
import styles from './energy-page.module.css'
import { FiguresStrip } from './figures-strip.tsx'
import { HeatPanel } from './heat-panel.tsx'
import { LoadPanel } from './load-panel.tsx'
import { SingleLine } from './single-line.tsx'
import { TenantsPanel } from './tenants-panel.tsx'
import { useBaselines } from '../../live/use-baselines.ts'
import { useForecast } from './use-forecast.ts'
import { useGridEnergy } from './use-grid-energy.ts'
import { useDayEnergy, withoutSuspects } from '../../live/use-day-energy.ts'
import { useUnitSuspects } from '../../live/use-unit-suspects.ts'
import { useReference } from './use-reference.ts'

export interface EnergyPageProps {
  /** What is shown of a selection, beside the page. */
  detail: ComponentType
}

function Panels({ index }: { index: ParkIndex }) {
  const t = useText('energy')
  const points = useMemo(() => energyPoints(index), [index])
  const reference = useReference(index.park.timeZone)
  const grid = useGridEnergy(index, points)
  const forecast = useForecast(grid.longKwh, grid.clock.dayMs, index.park.timeZone, reference.dayTypeOf)
  const counted = useDayEnergy(index, points, grid.clock, grid.recent.history !== null)
  const baselines = useBaselines(index, points, grid.clock, reference.dayTypeOf, counted.growth !== null)
  const suspects = useUnitSuspects(index, points, grid.clock, baselines.weekOf.size > 0)
  const day = useMemo(() => withoutSuspects(counted, suspects), [counted, suspects])
  const shared = { index, points, grid, reference, forecast }
  return (
    <>
      <PanelBoundary>
        <FiguresStrip {...shared} day={day} />
      </PanelBoundary>
      <div className={styles.load}>
        <PanelBoundary>
          <LoadPanel {...shared} />
        </PanelBoundary>
      </div>
      <div className={styles.heat}>
        <Later>
          <PanelBoundary>
            <HeatPanel index={index} grid={grid} />
          </PanelBoundary>
        </Later>
      </div>
      <div className={styles.lower}>
        <div className={styles.balance}>
          <Later>
            <PanelBoundary>
              <BalancePanel
                suspects={suspects}
                index={index}
                points={points}
                day={day}
                clock={grid.clock}
                usual={baselines.usual}
                blocked={grid.recent}
              />
            </PanelBoundary>
          </Later>
        </div>
        <div className={styles.tenants}>
          <Later>
            <PanelBoundary>
              <TenantsPanel
                index={index}
                points={points}
                day={day}
                clock={grid.clock}
                baselines={baselines}
                blocked={grid.recent}
              />
            </PanelBoundary>
          </Later>
        </div>
      </div>
      <section className={styles.line} aria-label={t('line.title')}>
        <Later>
          <PanelBoundary>
            <SingleLine index={index} />
          </PanelBoundary>
        </Later>
      </section>
    </>
  )
}

/** Energy of the park: import, demand and cost, the day's load, balance, tenants and substations. */
export function EnergyPage({ detail: Detail }: EnergyPageProps) {
  const t = useText('energy')
  const detailText = useText('detail')
  const index = useParkIndex()
  const { view } = useView()
  const of = (kind: string): number => index?.assets.filter((asset) => asset.kind === kind).length ?? 0
  usePageMeta(
    index
      ? [
          t('meta.substations', { count: of('substation') }),
          t('meta.feeders', { count: of('feeder') }),
          t('meta.meters', { count: index.assets.filter((a) => a.kind === 'electricity-meter' && a.tenantId).length }),
        ].join(', ')
      : '',
  )
  return (
    <div className={styles.host}>
      <div className={styles.page} data-level="2">
        {index ? <Panels index={index} /> : <PanelState kind="loading" lines={6} />}
      </div>
      {view.selection && index ? (
        <aside className={styles.detail} data-region="" aria-label={detailText('label')}>
          <PanelBoundary resetKeys={[view.selection.id]}>
            <Detail />
          </PanelBoundary>
        </aside>
      ) : null}
    </div>
  )
}
