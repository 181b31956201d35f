import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { landSharesOf } from '../../domain/plots/land-shares.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLocale } from '../../i18n/format.ts'
import { useKeyedText, useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { prefetchCore } from '../../map/data/prefetch-core.ts'
import { LAYERS, defaultVisibility } from '../../map/layers/registry.ts'
import type { MapExchange, MapStatus, Selection as MapSelection } from '../../map/map-types.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { noteMapState } from '../../session/recovery-store.ts'
import { usePresentation } from '../../session/presentation.ts'
import { isFarFromHost } from '../../lib/host-distance.ts'
import { useSession } from '../../session/session-store.ts'
import type { PlotTheme } from '../../contract/plot-themes.ts'
import { useView, type Selection } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { figuresDrawn, figuresFirst } from './figures-first.ts'
import { LayerPopover } from './layer-popover.tsx'
import styles from './map-panel.module.css'
import { useMapMarks } from '../../map/use-map-marks.ts'

const HeadroomFeed = lazyPart(async () => (await import('./headroom-feed.tsx')).HeadroomFeed)
const BaselineFeed = lazyPart(async () => (await import('./baseline-feed.tsx')).BaselineFeed)
const RegisterThemeFeed = lazyPart(async () => (await import('./register-theme-feed.tsx')).RegisterThemeFeed)
const ExchangeFeed = lazyPart(async () => (await import('./exchange-feed.tsx')).ExchangeFeed)
const planCode = () => import('../../map/park-map.tsx')

const ParkMap = lazyPart(async () => {
  await figuresFirst()
  const plan = planCode()
  // Ten times the plan's code: on two cores reading it takes one of them from the plan. Whoever opens the map asks for
  // it then, and tells of a failure.
  if (isFarFromHost()) import('../../map/map-session.ts').catch(() => undefined)
  return (await plan).ParkMap
})

interface ValuesFeedProps {
  theme: PlotTheme
  index: ParkIndex
  onValues: (values: ReadonlyMap<string, number> | null) => void
}

/** Works out the values of a theme that the map does not read itself. */
function ValuesFeed({ theme, index, onValues }: ValuesFeedProps) {
  if (theme === 'headroom') return <HeadroomFeed index={index} onValues={onValues} />
  if (theme === 'certificates' || theme === 'recp') {
    return <RegisterThemeFeed index={index} theme={theme} onValues={onValues} />
  }
  return theme === 'energy-baseline' ? <BaselineFeed index={index} onValues={onValues} /> : null
}

/** What the map gets until the park's lists are there: the ground does not wait for them. */
const NONE: readonly never[] = []

/** A tenant is drawn by its first plot, the park by nothing: the map knows plots, sites, assets and edges. */
function mapSelection(selection: Selection | null, index: ParkIndex | null): MapSelection | null {
  if (!selection || selection.type === 'park') return null
  if (selection.type !== 'tenant') return { type: selection.type, id: selection.id }
  const plotId = index?.tenantById.get(selection.id)?.plotIds[0]
  return plotId === undefined ? null : { type: 'plot', id: plotId }
}

/** The map with its layer switcher. Its code comes after the shell has been drawn. */
export function MapPanel() {
  const t = useText('overview')
  const stateText = useText('state')
  const mapText = useKeyedText('map')
  const locale = useLocale()
  const index = useParkIndex()
  const client = useLiveClient()
  const theme = useSession((state) => state.theme)
  const { view, patch, select, open } = useView()
  const [layersOpen, setLayersOpen] = useState(false)
  const flies = usePresentation() === 'tour'
  const { marks, more } = useMapMarks(index)
  const layers = useMemo(() => {
    const shown = defaultVisibility(view.mode)
    for (const { id } of LAYERS) shown[id] = view.layers[id] ?? shown[id]
    return shown
  }, [view.mode, view.layers])
  const selection = useMemo(() => mapSelection(view.selection, index), [view.selection, index])
  const queryClient = useQueryClient()
  useEffect(() => {
    let isHere = true
    const askForGround = async (): Promise<void> => {
      await figuresDrawn()
      if (!isHere) return
      prefetchCore(queryClient, view.parkId)
      // The plan's code comes while the first figures are painted. Whoever draws the map tells of a failure.
      planCode().catch(() => undefined)
    }
    void askForGround()
    return () => {
      isHere = false
    }
  }, [queryClient, view.parkId])
  const onLayers = useCallback(() => setLayersOpen((shown) => !shown), [])
  const closeLayers = useCallback(() => setLayersOpen(false), [])
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [plotValues, setPlotValues] = useState<ReadonlyMap<string, number> | null>(null)
  const format = useFormat()
  const landShares = useMemo(() => {
    if (!index) return null
    const shares = landSharesOf(index.park.facts, index.park.areaHa)
    return new Map([...shares].map(([use, share]) => [use, format.number(share, 1)]))
  }, [index, format])
  const [exchanges, setExchanges] = useState<readonly MapExchange[]>(NONE)
  const onStatus = useCallback((status: MapStatus) => {
    setFailed(status.state === 'failed')
    noteMapState(status.state, Date.now())
  }, [])
  const waiting = <div className={styles.loading}>{t('map.loading')}</div>
  return (
    <>
      <ParkMap
        meanwhile={waiting}
        key={attempt}
        parkId={view.parkId}
        mode={view.mode}
        theme={theme}
        locale={locale}
        layers={layers}
        plotTheme={view.plotTheme}
        plotValues={plotValues}
        landShares={landShares}
        exchanges={exchanges}
        selection={selection}
        camera={view.camera}
        flies={flies}
        live={client?.store ?? null}
        points={index?.points ?? NONE}
        assets={index?.assets ?? NONE}
        tenants={index?.tenants ?? NONE}
        exceptions={marks}
        t={mapText}
        onSelect={select}
        onMark={(id) => open('alarms', { alarmId: id })}
        onCamera={(camera) => patch({ camera })}
        onStatus={onStatus}
        onLayers={onLayers}
      />
      {index ? (
        <ValuesFeed
          key={`${view.parkId} ${view.plotTheme}`}
          theme={view.plotTheme}
          index={index}
          onValues={setPlotValues}
        />
      ) : null}
      {index && layers.exchanges ? <ExchangeFeed index={index} onExchanges={setExchanges} /> : null}
      {failed ? (
        <div className={styles.retry}>
          <Button
            onClick={() => {
              setFailed(false)
              setAttempt(attempt + 1)
            }}
          >
            {stateText('retry')}
          </Button>
        </div>
      ) : null}
      {more > 0 ? (
        <div className={styles.more}>
          <Button onClick={() => open('alarms')}>{t('map.marksMore', { count: more })}</Button>
        </div>
      ) : null}
      {layersOpen ? <LayerPopover layers={layers} onClose={closeLayers} /> : null}
    </>
  )
}
