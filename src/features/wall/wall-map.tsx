import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { legendRect } from '../../domain/wall/legend.ts'
import type { SceneId } from '../../domain/wall/scenes.data.ts'
import { useLocale } from '../../i18n/format.ts'
import { useKeyedText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { prefetchCore } from '../../map/data/prefetch-core.ts'
import { defaultVisibility, type LayerId } from '../../map/layers/registry.ts'
import type { PlotTheme } from '../../contract/plot-themes.ts'
import type { MapMark, MapStatus, WallMap as WallLook } from '../../map/map-types.ts'
import { useMapMarks } from '../../map/use-map-marks.ts'
import { noteMapState } from '../../session/recovery-store.ts'
import { useParkId } from '../../session/view.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { boxStyle } from './box.tsx'
import { useCalm } from './use-calm.ts'
import { useWall } from './wall-context.ts'
import styles from './wall.module.css'

const ParkMap = lazyPart(async () => (await import('../../map/park-map.tsx')).ParkMap)

/** Marks beyond these are counted in the foot. */
const MOST_MARKS = 6
/** Tiles that are still being cut for one look must not meet the next one: a presenter's quick steps wait so long. */
const LOOK_MS = 1500
/** A map that found no graphics context is tried again. */
const AGAIN_MS = 30_000

interface MapScene {
  plotTheme: PlotTheme
  layers: Partial<Record<LayerId, boolean>>
}

/** Scenes with the map, and what it shows in them. It is one map: only its colours and lines change. */
export const MAP_SCENES: Partial<Record<SceneId, MapScene>> = {
  overview: { plotTheme: 'exceptions', layers: {} },
  energy: { plotTheme: 'power-density', layers: { 'power-22': true, 'power-110': true } },
  water: { plotTheme: 'water-intensity', layers: { 'power-22': false, water: true } },
}

const noop = (): void => {}

/** The one map of the wall, under all scenes; hidden, not taken away, while a scene has none. */
export function WallMap({ scene }: { scene: SceneId | null }) {
  const { layout, index, theme } = useWall()
  const parkId = useParkId()
  const locale = useLocale()
  const mapText = useKeyedText('map')
  const client = useLiveClient()
  const queryClient = useQueryClient()
  useEffect(() => prefetchCore(queryClient, parkId), [queryClient, parkId])
  const { marks } = useMapMarks(index)
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(false)
  const onStatus = useCallback((status: MapStatus) => {
    setFailed(status.state === 'failed')
    noteMapState(status.state, Date.now())
  }, [])
  useEffect(() => {
    if (!failed) return undefined
    const timer = setTimeout(() => {
      setFailed(false)
      setAttempt((before) => before + 1)
    }, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [failed])

  // The look of the last scene with a map stays while one without it is shown: nothing to draw for nobody.
  const [shown, setShown] = useState<SceneId>('overview')
  const wanted = scene !== null && MAP_SCENES[scene] ? scene : shown
  if (wanted !== shown) setShown(wanted)
  const look = MAP_SCENES[useCalm(wanted, LOOK_MS)]
  const layers = useMemo(() => ({ ...defaultVisibility('operations'), ...look?.layers }), [look])
  // The legend comes with its scene, before the colours that it explains.
  const hasLegend = MAP_SCENES[wanted]?.plotTheme !== 'exceptions'
  const wall = useMemo((): WallLook => {
    const { stage, seams, stageHead, type } = layout
    const local = (rect: { x: number; y: number; width: number; height: number }) => ({
      ...rect,
      x: rect.x - stage.x,
      y: rect.y - stage.y,
    })
    const legend = hasLegend ? local(legendRect(layout)) : null
    return { markPx: type.mark, textPx: type.text, seams: seams.map(local), taken: [local(stageHead)], legend }
  }, [layout, hasLegend])
  const named = useMemo(
    () =>
      marks.slice(0, MOST_MARKS).map((mark): MapMark => {
        const asset = mark.assetId === null ? undefined : index.assetById.get(mark.assetId)
        const { id, assetId, plotId, plotIds, priority, state, latched } = mark
        return { id, assetId, plotId, plotIds, priority, state, latched, title: asset?.code ?? '', detail: '' }
      }),
    [marks, index],
  )
  const visible = scene !== null && MAP_SCENES[scene] !== undefined
  return (
    <div
      className={styles.map}
      style={{ ...boxStyle(layout.stage), visibility: visible ? 'visible' : 'hidden' }}
      data-wall-map=""
    >
      <ParkMap
        key={attempt}
        parkId={parkId}
        mode="operations"
        theme={theme}
        locale={locale}
        layers={layers}
        plotTheme={look?.plotTheme ?? 'exceptions'}
        selection={null}
        camera={null}
        live={client?.store ?? null}
        points={index.points}
        assets={index.assets}
        tenants={index.tenants}
        exceptions={named}
        wall={wall}
        t={mapText}
        onSelect={noop}
        onCamera={noop}
        onStatus={onStatus}
      />
    </div>
  )
}
