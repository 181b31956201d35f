import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { LoadCollection } from './data/collection-loader.ts'
import { featuresInView } from './feature-list.ts'
import type { ListItem } from './feature-list.ts'
import type { Bounds } from './geo.ts'
import { MapSession } from './map-session.ts'
import type { ParkMapProps } from './map-types.ts'
import { describe } from './ui/describe.ts'
import type { Described } from './ui/describe.ts'
import { FeatureList } from './ui/feature-list.tsx'
import { followScale } from './ui/furniture.ts'
import { MapControls } from './ui/map-controls.tsx'
import { MapFoot } from './ui/map-foot.tsx'
import styles from './ui/map-view.module.css'
import { Marks } from './ui/marks.tsx'
import { moveMarks } from './ui/move-marks.ts'
import { Tooltip } from './ui/tooltip.tsx'
import { useSizeForPrint } from './ui/use-size-for-print.ts'
import { UiState } from './ui/ui-state.ts'

export interface MapViewProps extends ParkMapProps {
  load: LoadCollection
  schematic: boolean
  simulated: boolean
}

const NOTHING: Described = { plots: [], sites: [], edges: [] }

/** The map with what stands around it. Map and overlay live in one effect; props reach them by method calls. */
export function MapView(props: MapViewProps) {
  const { load, t, onSelect, exceptions } = props
  const container = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLSpanElement>(null)
  const scale = useRef<HTMLSpanElement>(null)
  const north = useRef<SVGSVGElement>(null)
  const markLayer = useRef<HTMLDivElement>(null)
  const scene = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const [session, setSession] = useState<MapSession | null>(null)
  const [ui] = useState(() => new UiState())
  const [list, setList] = useState<readonly ListItem[] | null>(null)
  const view = useSyncExternalStore(ui.subscribe, ui.read)

  const data: Described = session
    ? { plots: session.data.get('plots'), sites: session.data.get('sites'), edges: session.data.get('network-edges') }
    : NOTHING

  useSizeForPrint(scene)

  useEffect(() => {
    latest.current = props
    session?.update(props)
    // Marks that came or went take their place at once, not with the next move.
    const map = session?.map
    if (map && markLayer.current && (exceptions.length > 0 || props.selection !== null)) {
      moveMarks(map, markLayer.current, session.markGround(), props.wall)
    }
  })

  // Words of the scale follow the language at once, not with the next move.
  useEffect(() => {
    const map = session?.map
    if (map) followScale(map, { bar, scale, north }, props.t)
  }, [session, props.t])

  useEffect(() => {
    const element = container.current
    if (!element) return undefined
    let opened: MapSession | null = null
    const follow = (map: MapLibreMap): void => {
      followScale(map, { bar, scale, north }, latest.current.t)
      if (markLayer.current && opened) moveMarks(map, markLayer.current, opened.markGround(), latest.current.wall)
    }
    opened = new MapSession({ container: element, props: latest.current, load, ui, follow })
    setSession(opened)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && opened && event.target === opened.map?.getCanvas()) {
        setList(listOf(opened, latest.current))
      }
    }
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('keydown', onKey)
      setSession(null)
      opened.end()
    }
  }, [load, ui])

  const closeList = (): void => {
    setList(null)
    session?.light(null)
    session?.map?.getCanvas().focus()
  }

  const hovered = view.hover ? describe(view.hover.target, props, data) : null
  const notice =
    view.state === 'recovering' || view.state === 'failed'
      ? t(`state.${view.state}`)
      : view.missing.length > 0
        ? t('state.missing', { count: view.missing.length })
        : null

  return (
    <section className={styles.region} aria-label={t('title')} data-map-state={view.state}>
      <div className={styles.stage}>
        <div ref={scene} className={styles.scene}>
          <div ref={container} className={styles.canvas} />
          <Marks
            marks={exceptions}
            layer={markLayer}
            t={t}
            chosen={props.selection?.type === 'asset'}
            onSelect={onSelect}
            onMark={props.onMark}
            wall={props.wall}
          />
        </div>
        {view.hover && hovered ? <Tooltip description={hovered} x={view.hover.x} y={view.hover.y} /> : null}
        {props.wall ? null : (
          <>
            <div className={styles.title}>{`${t(`mode.${props.mode}`)} · ${t(`plot-theme.${props.plotTheme}`)}`}</div>
            <MapControls
              t={t}
              listOpen={list !== null}
              onZoom={(steps) => session?.zoomBy(steps)}
              onHome={() => session?.home()}
              onList={() => (list || !session ? closeList() : setList(listOf(session, props)))}
              onLayers={props.onLayers}
            />
          </>
        )}
        {list ? (
          <FeatureList
            items={list}
            selection={props.selection}
            t={t}
            onActive={(item) => session?.light(item?.selection ?? null)}
            onChoose={onSelect}
            onClose={closeList}
          />
        ) : null}
        {notice === null ? null : <output className={styles.notice}>{notice}</output>}
      </div>
      {props.wall ? null : <MapFoot {...props} barRef={bar} scaleRef={scale} northRef={north} />}
    </section>
  )
}

/** Everything in view now; the list is of the moment in which it was opened. */
function listOf(session: MapSession, props: ParkMapProps): readonly ListItem[] {
  const { map } = session
  if (!map) return []
  const bounds = map.getBounds()
  const box: Bounds = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  return featuresInView(box, map.getZoom(), props, {
    plots: session.data.get('plots'),
    sites: session.data.get('sites'),
    edges: session.data.get('network-edges'),
  })
}
