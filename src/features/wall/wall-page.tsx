import { memo, useEffect, useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { headedCells, wallLayout, type WallLayout } from '../../domain/wall/layout.ts'
import { parseNight } from '../../domain/wall/night.ts'
import type { WallProfile } from '../../domain/wall/profile.ts'
import { progressOf, sceneOf, upcomingOf } from '../../domain/wall/rotation.ts'
import { SCENE_IDS, SCENE_TIMINGS, type SceneId } from '../../domain/wall/scenes.data.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useKpis } from '../../live/use-kpis.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useText } from '../../i18n/use-text.ts'
import { ThemeContext } from '../../ui/theme-context.ts'
import { cx } from '../../ui/cx.ts'
import { WallFoot } from './foot.tsx'
import { Part } from './part.tsx'
import { SceneHead } from './scene-head.tsx'
import { AlarmsScene } from './scenes/alarms-scene.tsx'
import { EnergyScene, OverviewScene, WaterScene } from './scenes/map-scenes.tsx'
import { PortfolioScene } from './scenes/portfolio-scene.tsx'
import { ScorecardScene } from './scenes/scorecard-scene.tsx'
import { WasteScene } from './scenes/waste-scene.tsx'
import { WastewaterScene } from './scenes/wastewater-scene.tsx'
import { WallStrip } from './strip.tsx'
import { useNightTheme } from './use-night-theme.ts'
import { useRotation, type RotationHandle } from './use-rotation.ts'
import { useFit, useNoGestures, useOrbit, useWakeLock, useWallFont } from './use-screen.ts'
import { useWallKeys } from './use-wall-keys.ts'
import { WallContext, type WallData } from './wall-context.ts'
import { MAP_SCENES, WallMap } from './wall-map.tsx'
import styles from './wall.module.css'

const SCENES: Readonly<Record<SceneId, () => ReactNode>> = {
  overview: OverviewScene,
  energy: EnergyScene,
  water: WaterScene,
  wastewater: WastewaterScene,
  waste: WasteScene,
  alarms: AlarmsScene,
  scorecard: ScorecardScene,
  portfolio: PortfolioScene,
}
/** The scene after this one is laid out this soon, so that its turn is a matter of showing it. */
const PREPARE_AFTER_MS = 1500

export interface WallPageProps {
  profile: WallProfile
  /** Where the round begins; null: with its first scene. */
  start: SceneId | null
  isHeld: boolean
  theme: WallData['theme']
  /** Hours of the dark theme, `22-6`; empty for none. */
  night: string
  parkIds: readonly string[]
  /** Said over the last picture, which stays. */
  notice: string | null
}

function variablesOf({ type, margin, width, height }: WallLayout): CSSProperties & Record<`--${string}`, string> {
  return {
    width,
    height,
    '--w-label': `${type.label}px`,
    '--w-text': `${type.text}px`,
    '--w-status': `${type.status}px`,
    '--w-title': `${type.title}px`,
    '--w-clock': `${type.clock}px`,
    '--w-figure': `${type.figure}px`,
    '--w-mark': `${type.mark}px`,
    '--w-margin': `${margin}px`,
  }
}

/**
 * Scenes that are on the page: the one that is shown, the one before it for a little longer, and then the one after it.
 * A change is thus only a matter of showing one and hiding the other; what is taken away and what is laid out comes
 * when nobody waits for it.
 */
function useMounted(shown: SceneId | null, next: SceneId | null): readonly SceneId[] {
  const [last, setLast] = useState({ shown, before: null as SceneId | null })
  if (last.shown !== shown) setLast({ shown, before: last.shown })
  const [prepared, setPrepared] = useState<SceneId | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      setPrepared(next)
      setLast((was) => ({ ...was, before: null }))
    }, PREPARE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [next])
  return SCENE_IDS.filter((id) => id === shown || id === last.before || (id === prepared && prepared === next))
}

/** One scene in its place. It is drawn anew when its figures change, not with every second of the round. */
const SceneLayer = memo(function SceneLayer({ id, isShown }: { id: SceneId; isShown: boolean }) {
  const Scene = SCENES[id]
  return (
    <section className={cx(styles.scene, !isShown && styles.prepared)} data-scene={id} aria-hidden={!isShown}>
      <Part>
        <Scene />
      </Part>
    </section>
  )
})
const StageMap = memo(WallMap)
const Strip = memo(WallStrip)
const Foot = memo(WallFoot)

function Scenes({ index, layout, handle, parkIds, theme }: SceneStageProps) {
  const kpis = useKpis(index)
  const byId = useMemo(() => new Map(kpis.map((view) => [view.definition.id, view])), [kpis])
  const data = useMemo(
    (): WallData => ({ layout, index, kpis: byId, parkIds, theme }),
    [layout, index, byId, parkIds, theme],
  )
  const { rotation } = handle
  const shown = sceneOf(rotation)
  const mounted = useMounted(shown, upcomingOf(rotation))
  const onMap = shown !== null && MAP_SCENES[shown] !== undefined
  return (
    <WallContext value={data}>
      <Part>
        <StageMap scene={shown} />
      </Part>
      {mounted.map((id) => (
        <SceneLayer key={id} id={id} isShown={id === shown} />
      ))}
      {shown === null ? null : (
        <SceneHead
          rect={onMap ? layout.stageHead : headedCells(layout).head}
          scene={shown}
          place={rotation.jump ? null : { at: rotation.at + 1, of: rotation.scenes.length }}
          held={rotation.heldSinceMs !== null}
          progress={progressOf(rotation)}
          onMap={onMap}
        />
      )}
    </WallContext>
  )
}

interface SceneStageProps {
  index: ParkIndex
  layout: WallLayout
  handle: RotationHandle
  parkIds: readonly string[]
  theme: WallData['theme']
}

/** A wall: strip above, scenes that take turns, counts and health below. Nothing needs a pointer. */
export function WallPage({ profile, start, isHeld, theme, night, parkIds, notice }: WallPageProps) {
  const t = useText('wall')
  const index = useParkIndex()
  const layout = useMemo(() => wallLayout(profile), [profile])
  const fit = useFit(layout.width, layout.height)
  const [x, y] = useOrbit()
  const handle = useRotation(SCENE_TIMINGS, start, isHeld)
  const shownTheme = useNightTheme(
    useMemo(() => parseNight(night), [night]),
    theme,
  )
  useWallFont(layout.type)
  useWakeLock()
  useNoGestures()
  useWallKeys(handle)
  return (
    <ThemeContext value={shownTheme}>
      <main className={styles.wall} data-wall={profile.id}>
        <div
          className={styles.canvas}
          style={{ ...variablesOf(layout), ...(fit === 1 ? {} : { transform: `scale(${fit})` }) }}
        >
          <div className={styles.orbit} style={{ transform: `translate(${x}px, ${y}px)` }} data-orbit="">
            {index ? (
              <Scenes index={index} layout={layout} handle={handle} parkIds={parkIds} theme={shownTheme} />
            ) : (
              <p className={styles.first}>{t('waitingPark')}</p>
            )}
            <Part rect={layout.strip.title}>
              <Strip layout={layout} />
            </Part>
            <Part rect={layout.foot.counts}>
              <Foot layout={layout} />
            </Part>
            {notice === null ? null : (
              <p className={styles.bignote} role="alert" data-state-word="">
                {notice}
              </p>
            )}
          </div>
        </div>
      </main>
    </ThemeContext>
  )
}
