import '@fontsource-variable/inter/index.css'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import { createRoot } from 'react-dom/client'
import { useMemo, useState } from 'react'
import type { CollectionId, FeatureOf } from '../../src/contract/collections.ts'
import { assetSchema, pointSchema } from '../../src/contract/resources.ts'
import type { Asset, Point } from '../../src/contract/resources.ts'
import type { LoadCollection } from '../../src/map/data/collection-loader.ts'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import type { LiveValues, MapMode, ParkMapProps, PlotTheme, Selection, ThemeName } from '../../src/map/map-types.ts'
import { MapView } from '../../src/map/map-view.tsx'
import en from '../../src/i18n/catalogues/en/map.json' with { type: 'json' }
import ja from '../../src/i18n/catalogues/ja/map.json' with { type: 'json' }
import vi from '../../src/i18n/catalogues/vi/map.json' with { type: 'json' }

const query = new URLSearchParams(window.location.search)
const catalogues: Record<string, Record<string, string>> = { vi, en, ja }
const locale = query.get('locale') === 'ja' ? 'ja' : query.get('locale') === 'en' ? 'en' : 'vi'
const theme: ThemeName = query.get('theme') === 'light' ? 'room-light' : 'room-dark'
const mode: MapMode = query.get('mode') === 'assets' ? 'assets' : 'operations'
const base = query.get('data') ?? '/fixtures/parks/bau-bang'

const load: LoadCollection = async <C extends CollectionId>(id: C): Promise<readonly FeatureOf<C>[]> => {
  const response = await fetch(`${base}/${id}.geojson`)
  const body: { features: FeatureOf<C>[] } = await response.json()
  return body.features
}

const t: ParkMapProps['t'] = (key, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
    catalogues[locale]?.[key] ?? key,
  )

/** A store of one kind of point: active power of every plot's meter. */
class StandInLive implements LiveValues {
  readonly values: Float64Array
  readonly freshness: Uint8Array
  version = 0
  readonly #index: ReadonlyMap<string, number>
  readonly #listeners = new Set<() => void>()
  constructor(ids: readonly string[]) {
    this.values = new Float64Array(ids.length)
    this.freshness = new Uint8Array(ids.length)
    this.#index = new Map(ids.map((id, index) => [id, index]))
  }
  indexOf(id: string): number {
    return this.#index.get(id) ?? -1
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  flush(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }
}

interface World {
  live: StandInLive
  assets: Asset[]
  points: Point[]
}

async function openWorld(): Promise<World> {
  const kw: Record<string, number | null> = await (await fetch(`${base}/kw.json`)).json()
  const plots = await load('plots')
  const leased = plots.filter((plot) => plot.properties.status === 'leased')
  const assets = leased.map((plot) =>
    assetSchema.parse({
      id: plot.id.replace('plot', 'em'),
      kind: 'electricity-meter',
      code: plot.id,
      name: null,
      position: plot.geometry.coordinates[0]?.[0],
      parentId: null,
      plotId: plot.id,
      siteId: null,
      tenantId: null,
      gatewayId: null,
      nodeId: null,
      wasteStream: null,
      facts: [],
    }),
  )
  const points = assets.map((asset) =>
    pointSchema.parse({
      id: `${asset.id}.active-power`,
      assetId: asset.id,
      kind: 'active-power',
      stream: 'energy',
      unit: 'kW',
      periodMs: 5000,
      range: [0, 100000],
      decimals: 0,
      limits: [],
      gatewayId: null,
    }),
  )
  const live = new StandInLive(points.map((point) => point.id))
  leased.forEach((plot, index) => {
    const value = kw[plot.id] ?? Number.NaN
    live.values[index] = value < 0 ? Number.NaN : value * plot.properties.areaHa
  })
  live.flush()
  return { live, assets, points }
}

function Harness({ world }: { world: World }) {
  const [selection, setSelection] = useState<Selection | null>(null)
  const layers = useMemo(() => defaultVisibility(mode), [])
  const plotTheme: PlotTheme = query.get('plots') === 'none' ? 'exceptions' : 'power-density'
  return (
    <div data-theme={theme} style={{ height: '100%' }}>
      <MapView
        parkId="stand-in"
        mode={mode}
        theme={theme}
        locale={locale}
        layers={layers}
        plotTheme={plotTheme}
        selection={selection}
        camera={null}
        live={world.live}
        points={world.points}
        assets={world.assets}
        tenants={[]}
        exceptions={[]}
        t={t}
        load={load}
        schematic
        simulated
        onSelect={setSelection}
        onCamera={() => undefined}
        onStatus={(status) => {
          document.title = status.state
        }}
      />
    </div>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Harness world={await openWorld()} />)
