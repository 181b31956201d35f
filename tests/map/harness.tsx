import '@fontsource-variable/inter/index.css'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { openPark } from '../../mocks/park/load-browser.ts'
import type { PlotTheme } from '../../src/contract/plot-themes.ts'
import type { ParkModel } from '../../mocks/park/park-model.ts'
import type { CollectionId, FeatureOf } from '../../src/contract/collections.ts'
import type { Locale } from '../../src/contract/primitives.ts'
import en from '../../src/i18n/catalogues/en/map.json' with { type: 'json' }
import ja from '../../src/i18n/catalogues/ja/map.json' with { type: 'json' }
import vi from '../../src/i18n/catalogues/vi/map.json' with { type: 'json' }
import type { LoadCollection } from '../../src/map/data/collection-loader.ts'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import type { Camera, MapMark, MapMode, ParkMapProps, Selection, ThemeName } from '../../src/map/map-types.ts'
import { MapView } from '../../src/map/map-view.tsx'
import { StandInLive } from './stand-in-live.ts'

const query = new URLSearchParams(window.location.search)
const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { vi, en, ja }
const LOCALES: readonly Locale[] = ['vi', 'en', 'ja']
const THEMES: readonly PlotTheme[] = ['exceptions', 'status', 'power-density', 'water-intensity', 'district-loss']
const files = openPark('bau-bang')

const load: LoadCollection = <C extends CollectionId>(id: C): Promise<readonly FeatureOf<C>[]> => files.collection(id)

const MODES: readonly MapMode[] = ['operations', 'assets']
const ROOMS: readonly ThemeName[] = ['room-dark', 'room-light']

function pick<T extends string>(name: string, options: readonly T[], fallback: T): T {
  return options.find((option) => option === query.get(name)) ?? fallback
}

/** `camera=lng,lat,zoom,bearing,pitch`. */
function cameraFromQuery(): Camera | null {
  const [lng, lat, zoom, bearing = 0, pitch = 0] = (query.get('camera') ?? '').split(',').map(Number)
  return lng && lat && zoom ? { lng, lat, zoom, bearing, pitch } : null
}

const MARKS: readonly MapMark[] = [
  {
    id: 'a',
    assetId: null,
    plotId: 'plot-a19',
    priority: 1,
    state: 'active-unacknowledged',
    title: 'Lộ 475 cắt do chạm đất',
    detail: '14:29:41 · 4 doanh nghiệp · 6,2 MW',
  },
  {
    id: 'b',
    assetId: null,
    plotId: 'plot-d14',
    priority: 2,
    state: 'active-acknowledged',
    title: 'COD đầu ra 58,4 mg/L',
    detail: '5 phút, ngưỡng nội bộ 55,0',
  },
  {
    id: 'c',
    assetId: null,
    plotId: 'plot-b26',
    priority: 3,
    state: 'returned-unacknowledged',
    title: 'Áp lực N25 đã về 2,31 bar',
    detail: '14:24:10 · chờ xác nhận',
  },
]

declare global {
  interface Window {
    standIn: StandInLive
    statuses: string[]
  }
}

function Harness({ model, live }: { model: ParkModel; live: StandInLive }) {
  const [selection, setSelection] = useState<Selection | null>(null)
  const [mode] = useState(() => pick('mode', MODES, 'operations'))
  const [theme, setTheme] = useState(() => pick('theme', ROOMS, 'room-dark'))
  const [camera] = useState(cameraFromQuery)
  const [layers] = useState(() => {
    const shown = defaultVisibility(mode)
    return query.get('trees') === 'off' ? { ...shown, trees: false } : shown
  })
  const locale = pick('locale', LOCALES, 'vi')
  const t: ParkMapProps['t'] = (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      CATALOGUES[locale][key] ?? `?${key}`,
    )
  return (
    <div data-theme={theme} data-selection={selection?.id} style={{ height: '100%' }}>
      <MapView
        parkId="bau-bang"
        mode={mode}
        theme={theme}
        locale={locale}
        layers={layers}
        plotTheme={pick('plots', THEMES, 'exceptions')}
        selection={selection}
        camera={camera}
        live={live}
        points={model.points}
        assets={model.assets}
        tenants={model.tenants}
        exceptions={query.get('marks') === 'on' ? MARKS : []}
        t={t}
        load={load}
        schematic
        simulated
        onSelect={setSelection}
        onCamera={() => undefined}
        onStatus={({ state }) => {
          window.statuses.push(state)
          document.title = state
        }}
        onLayers={() => setTheme((now) => (now === 'room-dark' ? 'room-light' : 'room-dark'))}
      />
    </div>
  )
}

window.statuses = []
const model = await files.core()
window.standIn = new StandInLive(model)
const root = document.getElementById('root')
if (root) createRoot(root).render(<Harness model={model} live={window.standIn} />)
