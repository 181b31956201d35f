import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import type { FeatureState } from '../map-controller.ts'
import type { LiveValues, ParkMapProps } from '../map-types.ts'
import { solarStepOf } from '../style/solar-colour.ts'

/** Plants of one plot or site as indices of the live store, and their peak together, kW. */
interface SolarPlace {
  indices: number[]
  peakKw: number
}

const NO_DATA = -1

/**
 * Lights the panels of a roof by what its plants give now, as a share of their peak. Only places whose step changed
 * reach the map.
 */
export class SolarPainter {
  readonly #paint: (placeId: string, state: FeatureState) => void
  #props: Pick<ParkMapProps, 'assets' | 'points' | 'live'> | null = null
  #places: ReadonlyMap<string, SolarPlace> = new Map()
  #painted = new Map<string, number>()

  constructor(paint: (placeId: string, state: FeatureState) => void) {
    this.#paint = paint
  }

  /** Takes new props; looks for the plants again where they changed. */
  update(props: Pick<ParkMapProps, 'assets' | 'points' | 'live'>): void {
    const before = this.#props
    this.#props = props
    const isSame = before?.assets === props.assets && before.points === props.points && before.live === props.live
    if (isSame || !props.live) return
    this.#places = solarPlaces(props, props.live)
    this.paint()
  }

  /** Compares the store with what is painted; called at most once a second. */
  paint(): void {
    const live = this.#props?.live
    if (!live || live.version === 0) return
    for (const [id, place] of this.#places) {
      const output = stepOf(place, live)
      if ((this.#painted.get(id) ?? NO_DATA) === output) continue
      this.#painted.set(id, output)
      this.#paint(id, { output })
    }
  }
}

function solarPlaces({ assets, points }: Pick<ParkMapProps, 'assets' | 'points'>, live: LiveValues) {
  const places = new Map<string, SolarPlace>()
  const placeOfPlant = new Map<string, SolarPlace>()
  for (const { id, kind, plotId, siteId, facts } of assets) {
    const on = plotId ?? siteId
    if (kind !== 'solar-plant' || on === null) continue
    const place = places.get(on) ?? { indices: [], peakKw: 0 }
    // A plant whose peak nobody knows leaves the share unknown.
    const peak = facts.find(({ key }) => key === 'peak-power')?.value
    place.peakKw += typeof peak === 'number' ? peak : Number.NaN
    places.set(on, place)
    placeOfPlant.set(id, place)
  }
  for (const { id, assetId, kind } of points) {
    if (kind === 'active-power') placeOfPlant.get(assetId)?.indices.push(live.indexOf(id))
  }
  return places
}

function stepOf({ indices, peakKw }: SolarPlace, live: LiveValues): number {
  let kw = 0
  for (const index of indices) {
    const isTrusted = (live.freshness[index] ?? FRESHNESS_BYTE.bad) <= FRESHNESS_BYTE.late
    kw += isTrusted ? (live.values[index] ?? Number.NaN) : Number.NaN
  }
  return indices.length === 0 ? NO_DATA : (solarStepOf(kw / peakKw) ?? NO_DATA)
}
