import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useLocale } from '../../i18n/format.ts'
import { useKeyedText, useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { defaultVisibility, layerOfNetwork } from '../../map/layers/registry.ts'
import type { MapTrace, Selection as MapSelection } from '../../map/map-types.ts'
import { useSession } from '../../session/session-store.ts'
import { useView } from '../../session/view.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import styles from './impact.module.css'
import type { Networks } from './use-networks.ts'
import { useSame } from './use-same.ts'
import type { ImpactView } from './use-impact.ts'

const ParkMap = lazyPart(async () => (await import('../../map/park-map.tsx')).ParkMap)

const NONE: readonly never[] = []
const ignore = (): void => {}

/** What the map draws of an impact. */
function traceForMap(index: ParkIndex, networks: Networks, view: ImpactView): MapTrace {
  const { impact, trace, rows, plan } = view
  const assetIds = new Set<string>([...impact.assetIds, ...impact.stationIds])
  for (const { tieId, feederId } of plan?.steps ?? []) assetIds.add(tieId).add(feederId)
  for (const { assetId } of trace.upstream) if (assetId !== null) assetIds.add(assetId)
  const plotIds = new Set(rows.flatMap(({ plots }) => plots.map(({ id }) => id)))
  for (const id of assetIds) {
    const plotId = index.assetById.get(id)?.plotId ?? null
    if (plotId !== null && impact.assetIds.includes(id) && networks.plotById.has(plotId)) plotIds.add(plotId)
  }
  return { upEdgeIds: trace.upEdgeIds, downEdgeIds: trace.downEdgeIds, plotIds: [...plotIds], assetIds }
}

export interface ImpactMapProps {
  index: ParkIndex
  networks: Networks
  view: ImpactView | null
  /** What is followed, for the map's own selection frame. */
  selection: MapSelection | null
}

/** The way up and down on the map, everything else stepped back. No alarm marks: this is about what would be. */
export function ImpactMap({ index, networks, view, selection }: ImpactMapProps) {
  const t = useText('impact')
  const mapText = useKeyedText('map')
  const locale = useLocale()
  const client = useLiveClient()
  const theme = useSession((state) => state.theme)
  const { view: shown, patch, select } = useView()
  const trace = useMemo(
    () => (view && view.impact.nodeIds.length > 0 ? traceForMap(index, networks, view) : null),
    // What is drawn changes with the subject and not with the loads.
    [index, networks, view],
  )
  const held = useSame(trace)
  const layers = useMemo(() => {
    const visible = { ...defaultVisibility('operations'), water: true, sewer: true, 'power-22': true }
    if (!held) return visible
    const touched = new Set<string>()
    for (const id of [...held.upEdgeIds, ...held.downEdgeIds]) {
      const network = networks.edgeById.get(id)?.properties.network
      const layer = network ? layerOfNetwork(network) : null
      if (layer !== null) touched.add(layer)
    }
    for (const id of ['power-110', 'power-22', 'water', 'sewer', 'reclaimed', 'storm', 'fibre', 'waste'] as const) {
      visible[id] = touched.has(id)
    }
    return visible
  }, [held, networks])
  return (
    <ParkMap
      meanwhile={<div className={styles.mapWaiting}>{t('map.waiting')}</div>}
      parkId={shown.parkId}
      mode="operations"
      theme={theme}
      locale={locale}
      layers={layers}
      plotTheme="exceptions"
      selection={selection}
      trace={held}
      camera={shown.camera}
      live={client?.store ?? null}
      points={index.points}
      assets={index.assets}
      tenants={index.tenants}
      exceptions={NONE}
      t={mapText}
      onSelect={(next) => {
        // A click beside everything keeps what is followed: Esc and the button let it go.
        if (next) select(next)
      }}
      onCamera={(camera) => patch({ camera })}
      onStatus={ignore}
    />
  )
}
