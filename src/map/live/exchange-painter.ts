import type { Position } from '../../contract/geojson.ts'
import { exchangeArcs } from '../data/exchange-arcs.ts'
import type { Bounds } from '../geo.ts'
import type { MapExchange } from '../map-types.ts'
import type { DrawnCollection } from '../style/style-types.ts'

export interface ExchangePainterOptions {
  placeOf: (plotId: string) => Position | null
  bounds: () => Bounds
  fill: (arcs: DrawnCollection) => void
}

/** Keeps the arcs of by-product exchanges in step with what the page hands over. */
export class ExchangePainter {
  readonly #options: ExchangePainterOptions
  #drawn: readonly MapExchange[] = []

  constructor(options: ExchangePainterOptions) {
    this.#options = options
  }

  update(exchanges: readonly MapExchange[] = []): void {
    if (exchanges === this.#drawn || (exchanges.length === 0 && this.#drawn.length === 0)) return
    const { placeOf, bounds, fill } = this.#options
    fill(exchangeArcs(exchanges, placeOf, bounds()))
    this.#drawn = exchanges
  }
}
