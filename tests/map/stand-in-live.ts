import type { ParkModel } from '../../mocks/park/park-model.ts'
import type { Position } from '../../src/contract/geojson.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { hashText } from '../../src/map/geo.ts'
import type { LiveValues } from '../../src/map/map-types.ts'

function valueOf(kind: PointKind, noise: number, [lng, lat]: Position): number {
  const known: Partial<Record<PointKind, number>> = {
    'active-power': 200 + 1400 * noise,
    flow: 1 + 30 * noise,
    'level-percent': 100 * noise,
    'fill-level': 100 * noise,
    'switch-state': noise > 0.25 ? 1 : 0,
    longitude: lng,
    latitude: lat,
  }
  return known[kind] ?? noise
}

/** A store whose values are fixed by the points' ids: the map without a live channel. */
export class StandInLive implements LiveValues {
  readonly values: Float64Array
  readonly freshness: Uint8Array
  version = 1
  readonly #index: ReadonlyMap<string, number>
  readonly #listeners = new Set<() => void>()

  constructor({ points, assets }: ParkModel) {
    this.values = new Float64Array(points.length)
    this.freshness = new Uint8Array(points.length)
    this.#index = new Map(points.map((point, index): [string, number] => [point.id, index]))
    const places = new Map(assets.map((asset) => [asset.id, asset.position]))
    for (const [index, point] of points.entries()) {
      const noise = (hashText(point.id) % 1000) / 1000
      const place = places.get(point.assetId) ?? [0, 0]
      this.values[index] = valueOf(point.kind, noise, place)
    }
  }

  indexOf(pointId: string): number {
    return this.#index.get(pointId) ?? -1
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Multiplies every power by a factor and tells the map. */
  scale(factor: number): void {
    for (const [id, index] of this.#index) {
      if (id.endsWith('active-power')) this.values[index] = (this.values[index] ?? 0) * factor
    }
    this.flush()
  }

  /** Makes every source stale. */
  goStale(): void {
    this.freshness.fill(FRESHNESS_BYTE.stale)
    this.flush()
  }

  flush(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }
}
