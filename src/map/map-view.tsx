import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { exactCameraOf } from './camera.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import { featuresInView } from './feature-list.ts'
import type { ListItem } from './feature-list.ts'
import { noLayers } from './layers/registry.ts'
import type { Projection } from './geo.ts'
import type { Camera, ParkMapProps, Selection } from './map-types.ts'
import { describe } from './ui/describe.ts'
import type { Described } from './ui/describe.ts'
import { FeatureList } from './ui/feature-list.tsx'
import { followScale } from './ui/furniture.ts'
import { MapControls } from './ui/map-controls.tsx'
import { MapFoot } from './ui/map-foot.tsx'
import styles from './ui/map-view.module.css'
import { Marks } from './ui/marks.tsx'
import type { MarkGround } from './ui/mark-ground.ts'
import { moveMarks } from './ui/move-marks.ts'
import { Tooltip } from './ui/tooltip.tsx'
import { useSizeForPrint } from './ui/use-size-for-print.ts'
import { UiState, isPlanned } from './ui/ui-state.ts'
import { type OpenedMap, useMapSession } from './use-map-session.ts'

export interface MapViewProps extends ParkMapProps {
  load: LoadCollection
  schematic: boolean
  simulated: boolean
}

const NO_LAYERS = noLayers()
const NOTHING: Described = { plots: [], sites: [], edges: [] }

/** The map with what stands around it. Map and overlay live in one effect; props reach them by method calls. */
export function MapView(props: MapViewProps) {
  const { load, t, onSelect, exceptions } = props
  const container = useRef<HTMLDivElement>(null)
  const plan = useRef<HTMLCanvasElement>(null)
  const bar = useRef<HTMLSpanElement>(null)
  const scale = useRef<HTMLSpanElement>(null)
  const north = useRef<SVGSVGElement>(null)
  const markLayer = useRef<HTMLDivElement>(null)
  const scene = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const [ui] = useState(() => new UiState())
  const [list, setList] = useState<readonly ListItem[] | null>(null)
  const view = useSyncExternalStore(ui.subscribe, ui.read)

  const onLook = useCallback((camera: Camera, projection: Projection, ground: MarkGround): void => {
    followScale(camera, { bar, scale, north }, latest.current.t)
    if (markLayer.current) moveMarks(projection, markLayer.current, ground, latest.current.wall)
  }, [])
  const opened = useMapSession({ container, plan }, { latest, load, ui, onLook })
  const session = opened?.session ?? null
  const data = described(opened)
  const shown = isPlanned(view.state) ? opened?.plan : session

  // A plan that stands for good has none of the layers: the legend must not say that it had.
  const drawn = view.state === 'failed' ? NO_LAYERS : props.layers

  useSizeForPrint(scene)

  useEffect(() => {
    latest.current = props
    opened?.plan.update(props)
    session?.update(props)
    // Marks that came or went take their place at once, not with the next move.
    const seen = isPlanned(view.state) ? opened?.plan.projection : session?.map
    if (seen && opened && markLayer.current && (exceptions.length > 0 || props.selection !== null)) {
      moveMarks(seen, markLayer.current, opened.markGround(), props.wall)
    }
  })

  // Words of the scale follow the language at once, not with the next move.
  useEffect(() => {
    const map = session?.map
    if (map) followScale(exactCameraOf(map), { bar, scale, north }, props.t)
  }, [session, props.t])

  // The map's own keys: Enter lists what is in view.
  useEffect(() => {
    const element = container.current
    if (!element || !opened) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && event.target === session?.map?.getCanvas()) setList(listOf(opened, latest.current))
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [opened, session])

  const light = (target: Selection | null): void => {
    if (isPlanned(view.state)) opened?.plan.light(target)
    else session?.light(target)
  }
  const closeList = (): void => {
    setList(null)
    light(null)
    session?.map?.getCanvas().focus()
  }

  const hovered = view.hover ? describe(view.hover.target, props, data) : null
  const notice =
    view.state === 'recovering' || view.state === 'failed'
      ? t(view.isWithoutCode ? 'state.no-code' : `state.${view.state}`)
      : view.missing.length > 0
        ? t('state.missing', { count: view.missing.length })
        : null

  return (
    <section className={styles.region} aria-label={t('title')} data-map-state={view.state}>
      <div className={styles.stage}>
        <div ref={scene} className={styles.scene}>
          <canvas ref={plan} className={styles.plan} hidden={!isPlanned(view.state)} aria-hidden="true" />
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
              onZoom={(steps) => shown?.zoomBy(steps)}
              onHome={() => shown?.home()}
              onList={() => (list || !opened ? closeList() : setList(listOf(opened, props)))}
              onLayers={props.onLayers}
            />
          </>
        )}
        {list ? (
          <FeatureList
            items={list}
            selection={props.selection}
            t={t}
            onActive={(item) => light(item?.selection ?? null)}
            onChoose={onSelect}
            onClose={closeList}
          />
        ) : null}
        {notice === null ? null : (
          <output className={styles.notice} data-stands={view.state === 'failed' ? '' : undefined}>
            {notice}
          </output>
        )}
      </div>
      {props.wall ? null : <MapFoot {...props} layers={drawn} barRef={bar} scaleRef={scale} northRef={north} />}
    </section>
  )
}

function described(opened: OpenedMap | null): Described {
  if (!opened) return NOTHING
  const { data } = opened
  return { plots: data.get('plots'), sites: data.get('sites'), edges: data.get('network-edges') }
}

/** Everything in view now; the list is of the moment in which it was opened. */
function listOf(opened: OpenedMap, props: ParkMapProps): readonly ListItem[] {
  const seen = opened.plan.seen ?? opened.session?.seen
  return seen ? featuresInView(seen.bounds, seen.zoom, props, described(opened)) : []
}
