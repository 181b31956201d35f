import type { Position } from '../../contract/geojson.ts'
import type { Bounds } from '../geo.ts'
import type { MapExchange } from '../map-types.ts'
import type { DrawnCollection, DrawnFeature } from '../style/style-types.ts'

const STEPS = 24
/** How far an arc bows out, as a share of the way. */
const BOW = 0.18
/** Widest band, px: the largest amount of the park. */
const WIDEST = 14
const THINNEST = 2

/** Bow to the left of the way, so that two exchanges between the same plots do not lie on each other. */
function arc([x1, y1]: Position, [x2, y2]: Position): number[][] {
  const squeeze = Math.cos((((y1 + y2) / 2) * Math.PI) / 180)
  const [dx, dy] = [(x2 - x1) * squeeze, y2 - y1]
  const [cx, cy] = [(x1 + x2) / 2 - (dy * 2 * BOW) / squeeze, (y1 + y2) / 2 + dx * 2 * BOW]
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const u = k / STEPS
    const [a, b, c] = [(1 - u) ** 2, 2 * u * (1 - u), u ** 2]
    return [a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2]
  })
}

function point(id: string, properties: DrawnFeature['properties'], at: readonly number[]): DrawnFeature {
  return { type: 'Feature', properties: { id, ...properties }, geometry: { type: 'Point', coordinates: [...at] } }
}

/** Where a partner outside the park stands: straight out from the middle, a little beyond the fence. */
function outside([x, y]: Position, [west, south, east, north]: Bounds): Position {
  const [mx, my] = [(west + east) / 2, (south + north) / 2]
  const [dx, dy] = [x - mx || 1e-9, y - my || 1e-9]
  const reach = 1.04 * Math.min((east - west) / 2 / Math.abs(dx), (north - south) / 2 / Math.abs(dy))
  return [mx + dx * reach, my + dy * reach]
}

/**
 * By-product exchanges as arcs: a wide band for what was contracted and a narrow one on it for what was delivered, both
 * to one scale, with a dot where the material comes from. One that has neither end in the park is left out.
 */
export function exchangeArcs(
  exchanges: readonly MapExchange[],
  placeOf: (plotId: string) => Position | null,
  bounds: Bounds,
): DrawnCollection {
  const most = Math.max(1, ...exchanges.flatMap(({ contracted, actual }) => [contracted ?? 0, actual ?? 0]))
  const width = (amount: number): number => Math.max(THINNEST, (amount / most) * WIDEST)
  const features = exchanges.flatMap(({ id, label, fromPlotId, toPlotId, contracted, actual }): DrawnFeature[] => {
    const known = {
      from: fromPlotId === null ? null : placeOf(fromPlotId),
      to: toPlotId === null ? null : placeOf(toPlotId),
    }
    const from = known.from ?? (known.to && outside(known.to, bounds))
    const to = known.to ?? (known.from && outside(known.from, bounds))
    if (!from || !to) return []
    const coordinates = arc(from, to)
    const band = (kind: string, amount: number | null): DrawnFeature => ({
      type: 'Feature',
      properties: { id: `${id}-${kind}`, kind, width: amount === null ? 1 : width(amount) },
      geometry: { type: 'LineString', coordinates },
    })
    return [
      band('contracted', contracted),
      ...(actual === null ? [] : [band('actual', actual)]),
      point(`${id}-from`, { kind: 'from' }, from),
      point(`${id}-label`, { kind: 'label', label }, coordinates[STEPS / 2] ?? from),
    ]
  })
  return { type: 'FeatureCollection', features }
}
