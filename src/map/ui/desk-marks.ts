import type { Projection } from '../geo.ts'
import { type CalloutPlace, type Obstacle, leaderOf, placeCallouts } from './callouts.ts'
import type { MarkGround } from './mark-ground.ts'
import { rootScale } from './root-scale.ts'

/** A plot in alarm matters more than a name beside it. */
const PLOT_WEIGHT = 3
/** Symbol and name of a site, from its place; at 16 px a rem. */
const NAME_PX = { aside: 48, above: 16, below: 44 }

function obstaclesOf(map: Projection, { plots, names }: MarkGround, scale: number): Obstacle[] {
  const areas = plots.map(([west, south, east, north]) => {
    const corners = [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ].map(([lng = 0, lat = 0]) => map.project([lng, lat]))
    const xs = corners.map(({ x }) => x)
    const ys = corners.map(({ y }) => y)
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      weight: PLOT_WEIGHT,
    }
  })
  const named = names.map((place) => {
    const { x, y } = map.project([place[0], place[1]])
    return {
      left: x - NAME_PX.aside * scale,
      right: x + NAME_PX.aside * scale,
      top: y - NAME_PX.above * scale,
      bottom: y + NAME_PX.below * scale,
      weight: 1,
    }
  })
  return [...areas, ...named]
}

interface Shown {
  element: HTMLElement
  callout: HTMLElement
  x: number
  y: number
  width: number
  height: number
}

function put({ element, callout, width, height }: Shown, place: CalloutPlace | null, scale: number): void {
  element.toggleAttribute('data-bare', place === null)
  if (place === null) return
  callout.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`
  const leader = element.querySelector<HTMLElement>('[data-leader]')
  const line = leaderOf(place, { width, height }, scale)
  if (leader === null) return
  leader.hidden = line === null
  if (line === null) return
  leader.style.width = `${Math.round(line.length)}px`
  leader.style.transform = `rotate(${line.angle}rad) translateX(${line.from}px)`
}

/** Moves the marks of a desk to their places and their callouts to where they cover least; called with every frame of a pan. */
export function followDeskMarks(map: Projection, layer: HTMLElement, ground: MarkGround): void {
  const width = layer.clientWidth
  const height = layer.clientHeight
  const scale = rootScale()
  const shown: Shown[] = []
  for (const element of layer.querySelectorAll<HTMLElement>('[data-mark]')) {
    const place = ground.places.get(element.dataset['mark'] ?? '')
    const at = place ? map.project([place[0], place[1]]) : null
    const visible = at !== null && at.x > -30 && at.y > -30 && at.x < width + 30 && at.y < height + 30
    element.hidden = !visible
    if (!visible) continue
    element.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`
    const callout = element.querySelector<HTMLElement>('[data-callout]')
    // The ring of what is selected says nothing beside it.
    if (callout === null) continue
    const size = { width: callout.offsetWidth, height: callout.offsetHeight }
    shown.push({ element, callout, x: at.x, y: at.y, ...size })
  }
  // The last in the document is the most urgent: it lies on top and chooses first.
  const urgent = shown.toReversed()
  const obstacles = urgent.length === 0 ? [] : obstaclesOf(map, ground, scale)
  const places = placeCallouts(urgent, { width, height, scale, obstacles })
  for (const [index, mark] of urgent.entries()) put(mark, places[index] ?? null, scale)
}
