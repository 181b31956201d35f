import { type RefObject, useEffect, useState } from 'react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { arrived } from '../lib/arrived.ts'
import { markFirst } from '../lib/mark-first.ts'
import { ParkData } from './data/park-data.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import type { MapSession } from './map-session.ts'
import type { ParkMapProps } from './map-types.ts'
import { answerPointer } from './plan/answer-pointer.ts'
import { ParkPlan, type PlanOptions } from './plan/park-plan.ts'
import type { UiState } from './ui/ui-state.ts'

/** A park as it is drawn: a plan at once, the map when its code and the graphics card are ready. */
export interface OpenedMap {
  data: ParkData
  plan: ParkPlan
  /** Null until the map's own code is there. */
  session: MapSession | null
}

export interface MapPlaces {
  container: RefObject<HTMLElement | null>
  plan: RefObject<HTMLCanvasElement | null>
}

export interface MapHands {
  latest: RefObject<ParkMapProps>
  load: LoadCollection
  ui: UiState
  /** Moves what stands on the map: scale, north, marks. */
  follow: (map: MapLibreMap, session: MapSession) => void
  /** Moves what stands on the plan. */
  onLook: PlanOptions['onLook']
}

/** Opens the park's plan and its map in their places, as long as the component is there; null before. */
export function useMapSession({ container, plan: sheet }: MapPlaces, hands: MapHands): OpenedMap | null {
  const { latest, load, ui, follow, onLook } = hands
  const [opened, setOpened] = useState<OpenedMap | null>(null)

  useEffect(() => {
    const [element, canvas] = [container.current, sheet.current]
    if (!element || !canvas) return undefined
    let isHere = true
    let session: MapSession | null = null
    const data = new ParkData()
    const onDrawn = (): void => markFirst('parkscope:map-ready')
    const plan = new ParkPlan({ canvas, data, load, props: latest.current, onDrawn, onLook })
    const leave = answerPointer(element, plan, { latest, ui })
    const unlisten = ui.subscribe(() => plan.follow(ui.read().state))

    const openMap = async (): Promise<void> => {
      setOpened({ data, plan, session })
      const code = await arrived(import('./map-session.ts')).catch(() => null)
      if (!isHere) return
      if (code === null) {
        ui.set({ state: 'failed', missing: data.missing, isWithoutCode: true })
        latest.current.onStatus({ state: 'failed', missing: data.missing })
        return
      }
      const made: MapSession = new code.MapSession({
        container: element,
        props: latest.current,
        data,
        load,
        ui,
        follow: (map) => follow(map, made),
      })
      session = made
      setOpened({ data, plan, session })
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
  }, [container, sheet, latest, load, ui, follow, onLook])

  return opened
}
