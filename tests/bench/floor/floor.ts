import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import type { ExpressionSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { guardSinks } from '../../../src/app/trusted-types.ts'

guardSinks()

/**
 * The least that a live map page can do: bare MapLibre, 500 polygons coloured by feature-state
 * and 40 values in the DOM, all of them changing once a second. The product's load and live
 * figures are read against this page.
 */
const POLYGONS = 500
const COLUMNS = 25
const VALUES = 40
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

setWorkerUrl(workerUrl)
const map = new MapLibreMap({
  container: 'map',
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

const panel = document.getElementById('values')
const values = Array.from({ length: VALUES }, () => panel?.appendChild(document.createElement('span')))

let tick = 0
function update() {
  tick += 1
  for (let id = 0; id < POLYGONS; id++)
    map.setFeatureState({ source: 'cells', id }, { level: ((id * 7 + tick * 13) % 100) / 100 })
  values.forEach((value, index) => {
    if (value) value.textContent = `${((index * 31 + tick * 17) % 1000) / 10} kW`
  })
}

map.once('load', () => {
  update()
  map.once('idle', () => performance.mark('floor:ready'))
  setInterval(update, 1000)
})
