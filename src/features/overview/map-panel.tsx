import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react'
import type { ExceptionItem } from '../../domain/exceptions/exceptions.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useKeyedText, useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { prefetchCore } from '../../map/data/prefetch-core.ts'
import { LAYERS, defaultVisibility } from '../../map/layers/registry.ts'
import type { MapMark, MapStatus, Selection as MapSelection } from '../../map/map-types.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useSession } from '../../session/session-store.ts'
import { useView, type Selection } from '../../session/view.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { Button } from '../../ui/button.tsx'
import { LayerPopover } from './layer-popover.tsx'
import styles from './map-panel.module.css'

const ParkMap = lazy(async () => ({ default: (await import('../../map/park-map.tsx')).ParkMap }))

/** What the map gets until the park's lists are there: the ground does not wait for them. */
const NONE: readonly never[] = []

/** A tenant is drawn by its first plot, the park by nothing: the map knows plots, sites, assets and edges. */
function mapSelection(selection: Selection | null, index: ParkIndex | null): MapSelection | null {
  if (!selection || selection.type === 'park') return null
  if (selection.type !== 'tenant') return { type: selection.type, id: selection.id }
  const plotId = index?.tenantById.get(selection.id)?.plotIds[0]
  return plotId === undefined ? null : { type: 'plot', id: plotId }
}

/** Marks for the map. Priority 4, the grey one, stands for "look here": there is no alarm behind it. */
function useMarks(index: ParkIndex | null, items: readonly ExceptionItem[] | null): readonly MapMark[] {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  return useMemo(() => {
    if (!index || !items) return []
    return items.map((item) => {
      const asset = index.assetById.get(item.assetId)
      const point = item.pointId === null ? undefined : index.pointById.get(item.pointId)
      const place = asset ? (asset.name ? nameOf(asset) : asset.code) : item.assetId
      return {
        id: item.id,
        assetId: item.assetId,
        plotId: asset?.plotId ?? null,
        priority: 4,
        state: 'active-acknowledged',
        title: point ? `${words(`point.${point.kind}`)} · ${place}` : t('exceptions.lostSource', { name: place }),
        detail:
          item.basis === null
            ? t('exceptions.lostPoints', {
                count: item.pointCount,
                time: item.sinceMs === null ? '–' : format.time(item.sinceMs),
              })
            : t('exceptions.above', {
                value: format.quantity(item.value ?? Number.NaN, item.unit, item.decimals),
                basis: words(`basis.${item.basis}`),
                limit: format.quantity(item.limit ?? Number.NaN, item.unit, item.decimals),
              }),
      }
    })
  }, [index, items, t, words, format, nameOf])
}

/** The map with its layer switcher. Its code comes after the shell has been drawn. */
export function MapPanel() {
  const t = useText('overview')
  const stateText = useText('state')
  const mapText = useKeyedText('map')
  const locale = useLocale()
  const index = useParkIndex()
  const client = useLiveClient()
  const exceptions = useExceptions()
  const theme = useSession((state) => state.theme)
  const { view, patch, select } = useView()
  const [layersOpen, setLayersOpen] = useState(false)
  const marks = useMarks(index, exceptions)
  const layers = useMemo(() => {
    const shown = defaultVisibility(view.mode)
    for (const { id } of LAYERS) shown[id] = view.layers[id] ?? shown[id]
    return shown
  }, [view.mode, view.layers])
  const selection = useMemo(() => mapSelection(view.selection, index), [view.selection, index])
  const queryClient = useQueryClient()
  useEffect(() => prefetchCore(queryClient, view.parkId), [queryClient, view.parkId])
  const onLayers = useCallback(() => setLayersOpen((open) => !open), [])
  const closeLayers = useCallback(() => setLayersOpen(false), [])
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const onStatus = useCallback((status: MapStatus) => setFailed(status.state === 'failed'), [])
  const waiting = <div className={styles.loading}>{t('map.loading')}</div>
  return (
    <>
      <Suspense fallback={waiting}>
        <ParkMap
          key={attempt}
          parkId={view.parkId}
          mode={view.mode}
          theme={theme}
          locale={locale}
          layers={layers}
          plotTheme={view.plotTheme}
          selection={selection}
          camera={view.camera}
          live={client?.store ?? null}
          points={index?.points ?? NONE}
          assets={index?.assets ?? NONE}
          tenants={index?.tenants ?? NONE}
          exceptions={marks}
          t={mapText}
          onSelect={select}
          onCamera={(camera) => patch({ camera })}
          onStatus={onStatus}
          onLayers={onLayers}
        />
      </Suspense>
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
      {layersOpen ? <LayerPopover layers={layers} onClose={closeLayers} /> : null}
    </>
  )
}
