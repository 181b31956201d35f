import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import type { ExpressionSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

const POLYGONS = 500
const COLUMNS = 25
const CENTRE = { lng: 106.65, lat: 11.24 }
const CELL_DEG = 0.0016

function cell(id: number) {
  const west = CENTRE.lng + ((id % COLUMNS) - COLUMNS / 2) * CELL_DEG
  const south = CENTRE.lat + (Math.floor(id / COLUMNS) - POLYGONS / COLUMNS / 2) * CELL_DEG
  const side = CELL_DEG * 0.9
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ]
  return { type: 'Feature' as const, id, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
}

const colour: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['coalesce', ['feature-state', 'level'], 0],
  0,
  '#22384f',
  1,
  '#7fb2e5',
]

/** A bare map of 500 polygons coloured by feature-state. */
export function openCells(container: HTMLElement): MapLibreMap {
  setWorkerUrl(workerUrl)
  return new MapLibreMap({
    container,
    center: CENTRE,
    zoom: 13.6,
    attributionControl: false,
    style: {
      version: 8,
      sources: {
        cells: {
          type: 'geojson',
          data: { type: 'FeatureCollection', features: Array.from({ length: POLYGONS }, (_, id) => cell(id)) },
        },
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': '#10161d' } },
        { id: 'cells', type: 'fill', source: 'cells', paint: { 'fill-color': colour } },
      ],
    },
  })
}

/** Gives every polygon another colour. */
export function colourCells(map: MapLibreMap, tick: number): void {
  for (let id = 0; id < POLYGONS; id++)
    map.setFeatureState({ source: 'cells', id }, { level: ((id * 7 + tick * 13) % 100) / 100 })
}
