import type { Network } from '../../contract/collections.ts'
import type { MapMode } from '../map-mode.ts'

/** How a legend entry is drawn. Colours are resolved by theme where the legend is painted. */
export type LegendSample =
  | { shape: 'line'; network: Network; letter: string | null; arrow: boolean }
  | { shape: 'symbol'; symbol: string }
  | { shape: 'fill'; token: 'vacant' | 'construction' | 'leased' }
  | { shape: 'output' }
  | { shape: 'hatch' }
  | { shape: 'arc'; kind: 'contracted' | 'actual' }

export interface LegendEntry {
  key: string
  sample: LegendSample
  /** Modes in which the layer draws this; both when left out. */
  modes?: readonly MapMode[]
}

export interface LayerDeclaration {
  id: string
  labelKey: string
  shownIn: Readonly<Record<MapMode, boolean>>
  /** Networks of the overlay that belong to it. */
  networks: readonly Network[]
  /** Style layers that belong to it. */
  styleLayers: readonly string[]
  legend: readonly LegendEntry[]
}

const line = (network: Network, letter: string | null, arrow = true): LegendSample => ({
  shape: 'line',
  network,
  letter,
  arrow,
})

/** Every switchable layer, declared once: the switcher, the legend and the renderer read this table. */
export const LAYERS = [
  {
    id: 'buildings',
    labelKey: 'layer.buildings',
    shownIn: { operations: true, assets: true },
    networks: [],
    styleLayers: ['building', 'building-line', 'roof-block', 'roof-line', 'building-3d', 'roof-block-3d', 'shadow'],
    legend: [],
  },
  {
    id: 'yards',
    labelKey: 'layer.yards',
    shownIn: { operations: false, assets: true },
    networks: [],
    styleLayers: ['yard-base', 'yard-lawn', 'yard-paved', 'yard-path', 'stall'],
    legend: [],
  },
  {
    id: 'trees',
    labelKey: 'layer.trees',
    shownIn: { operations: false, assets: true },
    networks: [],
    styleLayers: ['tree'],
    legend: [],
  },
  {
    id: 'solar',
    labelKey: 'layer.solar',
    shownIn: { operations: false, assets: true },
    networks: [],
    styleLayers: ['solar', 'solar-3d'],
    legend: [{ key: 'legend.solar', sample: { shape: 'output' } }],
  },
  {
    id: 'power-110',
    labelKey: 'layer.power-110',
    shownIn: { operations: false, assets: true },
    networks: ['power-110'],
    styleLayers: [],
    legend: [{ key: 'legend.power-110', sample: line('power-110', 'E', false) }],
  },
  {
    id: 'power-22',
    labelKey: 'layer.power-22',
    shownIn: { operations: true, assets: true },
    networks: ['power-22'],
    styleLayers: [],
    legend: [
      { key: 'legend.power-22', sample: line('power-22', 'E') },
      { key: 'legend.open-switch', sample: { shape: 'symbol', symbol: 'switch-open' }, modes: ['assets'] },
    ],
  },
  {
    id: 'water',
    labelKey: 'layer.water',
    shownIn: { operations: false, assets: true },
    networks: ['water'],
    styleLayers: [],
    legend: [
      { key: 'legend.water', sample: line('water', 'W') },
      { key: 'legend.district-meter', sample: { shape: 'symbol', symbol: 'district-meter' } },
      { key: 'legend.water-tank', sample: { shape: 'symbol', symbol: 'tank-6' } },
    ],
  },
  {
    id: 'sewer',
    labelKey: 'layer.sewer',
    shownIn: { operations: false, assets: true },
    networks: ['sewer'],
    styleLayers: [],
    legend: [
      { key: 'legend.sewer', sample: line('sewer', 'S') },
      { key: 'legend.lift-station', sample: { shape: 'symbol', symbol: 'lift-station' } },
      { key: 'legend.outfall', sample: { shape: 'symbol', symbol: 'outfall' } },
    ],
  },
  {
    id: 'reclaimed',
    labelKey: 'layer.reclaimed',
    shownIn: { operations: false, assets: true },
    networks: ['reclaimed'],
    styleLayers: [],
    legend: [{ key: 'legend.reclaimed', sample: line('reclaimed', 'R') }],
  },
  {
    id: 'storm',
    labelKey: 'layer.storm',
    shownIn: { operations: false, assets: false },
    networks: ['storm'],
    styleLayers: [],
    legend: [{ key: 'legend.storm', sample: line('storm', null) }],
  },
  {
    id: 'fibre',
    labelKey: 'layer.fibre',
    shownIn: { operations: false, assets: false },
    networks: ['fibre'],
    styleLayers: [],
    legend: [{ key: 'legend.fibre', sample: line('fibre', null, false) }],
  },
  {
    id: 'waste',
    labelKey: 'layer.waste',
    shownIn: { operations: false, assets: false },
    networks: ['waste-route'],
    styleLayers: [],
    legend: [
      { key: 'legend.waste-route', sample: line('waste-route', null) },
      { key: 'legend.container', sample: { shape: 'symbol', symbol: 'bin-2' } },
      { key: 'legend.vehicle', sample: { shape: 'symbol', symbol: 'vehicle' } },
    ],
  },
  {
    id: 'exchanges',
    labelKey: 'layer.exchanges',
    shownIn: { operations: false, assets: false },
    networks: [],
    styleLayers: ['exchange-contracted', 'exchange-actual', 'exchange-from', 'exchange-label'],
    legend: [
      { key: 'legend.exchange-contracted', sample: { shape: 'arc', kind: 'contracted' } },
      { key: 'legend.exchange-actual', sample: { shape: 'arc', kind: 'actual' } },
    ],
  },
] as const satisfies readonly LayerDeclaration[]

export type LayerId = (typeof LAYERS)[number]['id']

/** Layers that a mode shows before the operator switches any. */
export function defaultVisibility(mode: MapMode): Record<LayerId, boolean> {
  return {
    buildings: true,
    yards: false,
    trees: false,
    solar: false,
    'power-110': false,
    'power-22': false,
    water: false,
    sewer: false,
    reclaimed: false,
    storm: false,
    fibre: false,
    waste: false,
    exchanges: false,
    ...Object.fromEntries(LAYERS.map((layer) => [layer.id, layer.shownIn[mode]])),
  }
}

/** Every layer switched off. */
export function noLayers(): Record<LayerId, boolean> {
  const hidden = defaultVisibility('operations')
  for (const { id } of LAYERS) hidden[id] = false
  return hidden
}

/** Layer that a network belongs to. */
export function layerOfNetwork(network: Network): LayerId | null {
  const found = LAYERS.find((layer) => (layer.networks as readonly Network[]).includes(network))
  return found?.id ?? null
}
