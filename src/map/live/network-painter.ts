import type { NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'
import {
  buildEdgeLoadIndex,
  computeEdgeFreshness,
  computeEdgeLoads,
  consumerPointsOf,
} from '../../domain/network/edge-loads.ts'
import type { EdgeLoadIndex } from '../../domain/network/edge-loads.ts'
import type { LiveValues, ParkMapProps } from '../map-types.ts'
import { assetSymbols, symbolOf, vehiclePoints } from '../overlay/asset-symbols.ts'
import type { AssetSymbol, VehiclePoints } from '../overlay/asset-symbols.ts'
import { isSameLook, lookOf } from '../overlay/network-model.ts'
import type { EdgeLook } from '../overlay/network-model.ts'
import type { DrawnSymbol } from '../overlay/network-overlay.ts'

export interface NetworkTarget {
  setLive(look: EdgeLook, symbols: readonly DrawnSymbol[]): void
}

/** Widths, directions and symbols from the live store; tells the overlay only what can be seen to differ. */
export class NetworkPainter {
  readonly #edges: readonly NetworkEdgeFeature[]
  readonly #nodes: readonly NetworkNodeFeature[]
  readonly #target: NetworkTarget
  #index: EdgeLoadIndex | null = null
  #loads = new Float32Array(0)
  #freshness = new Uint8Array(0)
  #symbols: readonly AssetSymbol[] = []
  #vehicles: readonly VehiclePoints[] = []
  #headings = new Map<string, { position: [number, number]; angle: number }>()
  #look: EdgeLook | null = null
  #drawn = ''
  #props: ParkMapProps | null = null

  constructor(edges: readonly NetworkEdgeFeature[], nodes: readonly NetworkNodeFeature[], target: NetworkTarget) {
    this.#edges = edges
    this.#nodes = nodes
    this.#target = target
  }

  /** Takes new props; rebuilds the look-ups when assets, points or the store are others. */
  update(props: ParkMapProps): void {
    const before = this.#props
    this.#props = props
    const same =
      before !== null &&
      before.live === props.live &&
      before.assets === props.assets &&
      before.points === props.points &&
      before.layers === props.layers
    if (same) return
    const { live, assets, points } = props
    if (live) {
      const consumers = new Map<string, number>()
      for (const [assetId, at] of consumerPointsOf(assets, points)) {
        const point = points[at]
        if (point) consumers.set(assetId, live.indexOf(point.id))
      }
      this.#index = buildEdgeLoadIndex(this.#edges, this.#nodes, consumers, (id) => live.indexOf(id))
      this.#loads = new Float32Array(this.#edges.length)
      this.#freshness = new Uint8Array(this.#edges.length)
      this.#vehicles = vehiclePoints(assets, points, live)
    }
    this.#symbols = assetSymbols(assets, points, live)
    this.#look = null
    this.paint()
  }

  /** Compares what the values show with what is drawn; called at most once a second. */
  paint(): void {
    const props = this.#props
    if (!props) return
    const { live, layers } = props
    if (live && this.#index) {
      computeEdgeLoads(this.#index, live, this.#loads)
      computeEdgeFreshness(this.#index, live.freshness, this.#freshness)
    }
    const look = lookOf(this.#edges, live ? this.#loads : null, live ? this.#freshness : null)
    const symbols: DrawnSymbol[] = this.#symbols
      .filter(({ rule }) => layers[rule.layer])
      .map((item) => ({
        id: item.asset.id,
        position: item.asset.position,
        symbol: symbolOf(item, live),
        sizePx: item.rule.sizePx,
        minZoom: item.rule.minZoom,
        angle: 0,
      }))
    if (live && layers.waste) symbols.push(...this.#vehicleSymbols(live))
    const drawn = symbols.map((s) => `${s.id}${s.symbol}${s.position[0]},${s.position[1]}`).join(' ')
    if (this.#look && isSameLook(this.#look, look) && drawn === this.#drawn) return
    this.#look = look
    this.#drawn = drawn
    this.#target.setLive(look, symbols)
  }

  #vehicleSymbols(live: LiveValues): DrawnSymbol[] {
    return this.#vehicles.flatMap(({ asset, lng, lat }) => {
      const x = live.values[lng] ?? Number.NaN
      const y = live.values[lat] ?? Number.NaN
      if (!Number.isFinite(x) || !Number.isFinite(y)) return []
      const held = this.#headings.get(asset.id)
      const dx = held ? (x - held.position[0]) * Math.cos((y * Math.PI) / 180) : 0
      const dy = held ? y - held.position[1] : 0
      const moved = Math.hypot(dx, dy) > 1e-6
      // The symbol points up; its angle turns counter-clockwise from there.
      const angle = moved ? (Math.atan2(dy, dx) * 180) / Math.PI - 90 : (held?.angle ?? 0)
      this.#headings.set(asset.id, { position: [x, y], angle })
      return [
        { id: asset.id, position: [x, y] as [number, number], symbol: 'vehicle', sizePx: 22, minZoom: 12.5, angle },
      ]
    })
  }
}
