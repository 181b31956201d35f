import { type RefObject, useEffect, useState } from 'react'
import { arrived } from '../lib/arrived.ts'
import { markFirst } from '../lib/mark-first.ts'
import { exactCameraOf } from './camera.ts'
import { ParkData } from './data/park-data.ts'
import { placeOf } from './data/place-of.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import type { MapSession } from './map-session.ts'
import type { Projection } from './geo.ts'
import type { Camera, ParkMapProps } from './map-types.ts'
import { answerPointer } from './plan/answer-pointer.ts'
import { ParkPlan } from './plan/park-plan.ts'
import { type MarkGround, MarkGrounds } from './ui/mark-ground.ts'
import type { UiState } from './ui/ui-state.ts'

/** A plan that waits for its colours holds the map back for so long at most, milliseconds. */
const PLAN_ALONE_MS = 1000

/** A park as it is drawn: a plan at once, the map when its code and the graphics card are ready. */
export interface OpenedMap {
  data: ParkData
  plan: ParkPlan
  /** Null until the map's own code is there. */
  session: MapSession | null
  /** Where alarm marks and the selected asset stand, and what their callouts leave in sight. */
  markGround: () => MarkGround
}

export interface MapPlaces {
  container: RefObject<HTMLElement | null>
  plan: RefObject<HTMLCanvasElement | null>
}

export interface MapHands {
  latest: RefObject<ParkMapProps>
  load: LoadCollection
  ui: UiState
  /** Moves what stands on plan or map: scale, north, marks. */
  onLook: (camera: Camera, projection: Projection, ground: MarkGround) => void
}

/** Opens the park's plan and its map in their places, as long as the component is there; null before. */
export function useMapSession({ container, plan: sheet }: MapPlaces, hands: MapHands): OpenedMap | null {
  const { latest, load, ui, onLook } = hands
  const [opened, setOpened] = useState<OpenedMap | null>(null)

  useEffect(() => {
    const [element, canvas] = [container.current, sheet.current]
    if (!element || !canvas) return undefined
    let isHere = true
    let session: MapSession | null = null
    const data = new ParkData()
    const onDrawn = (): void => markFirst('parkscope:map-ready')
    const grounds = new MarkGrounds((target) => placeOf(target, latest.current.assets, data))
    const markGround = (): MarkGround => {
      const { exceptions, selection } = latest.current
      return grounds.of(exceptions, data.get('plots'), data.get('sites'), selection)
    }
    const plan = new ParkPlan({
      canvas,
      data,
      load,
      props: latest.current,
      onDrawn,
      onLook: (camera, projection) => onLook(camera, projection, markGround()),
      onHover: (hover) => ui.set({ hover }),
    })
    const leave = answerPointer(element, plan, { latest, ui })
    const unlisten = ui.subscribe(() => plan.follow(ui.read().state))

    const openMap = async (): Promise<void> => {
      setOpened({ data, plan, session, markGround })
      // A map that opens takes the page as long as ten plans: people see the park first.
      await Promise.race([plan.settled, new Promise((resolve) => setTimeout(resolve, PLAN_ALONE_MS))])
      if (!isHere) return
      const code = await arrived(import('./map-session.ts')).catch(() => null)
      if (!isHere) return
      if (code === null) {
        ui.set({ state: 'failed', missing: data.missing, isWithoutCode: true })
        latest.current.onStatus({ state: 'failed', missing: data.missing })
        return
      }
      session = new code.MapSession({
        container: element,
        props: latest.current,
        data,
        load,
        ui,
        follow: (map) => onLook(exactCameraOf(map), map, markGround()),
      })
      setOpened({ data, plan, session, markGround })
    }
    void openMap()
    return () => {
      isHere = false
      unlisten()
      leave()
      setOpened(null)
      session?.end()
      plan.end()
    }
  }, [container, sheet, latest, load, ui, onLook])

  return opened
}
