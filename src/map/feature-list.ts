import { boxesMeet, boundsOf } from './geo.ts'
import type { Bounds } from './geo.ts'
import type { MapMark, ParkMapProps, Selection } from './map-types.ts'
import { SYMBOL_RULES } from './overlay/asset-symbols.ts'
import { nameOf, tenantOf } from './ui/describe.ts'
import type { Described } from './ui/describe.ts'

export interface ListItem {
  key: string
  kind: 'alarm' | 'site' | 'plot' | 'asset'
  selection: Selection
  text: string
  detail: string
}

const ORDER: Readonly<Record<ListItem['kind'], number>> = { alarm: 0, site: 1, plot: 2, asset: 3 }

/** Everything that is drawn in a part of the map, alarms first, then by name: the map without a pointer. */
export function featuresInView(view: Bounds, zoom: number, props: ParkMapProps, data: Described): ListItem[] {
  const { locale, tenants, layers, assets, t } = props
  const inView = (ring: readonly (readonly [number, number])[]): boolean => {
    const box = boundsOf(ring.map((p): [number, number] => [p[0], p[1]]))
    return box !== null && boxesMeet(box, view)
  }
  const sites = data.sites
    .filter((site) => inView(site.geometry.coordinates[0] ?? []))
    .map((site): ListItem => ({
      key: site.id,
      kind: 'site',
      selection: { type: 'site', id: site.id },
      text: site.properties.name[locale],
      detail: '',
    }))
  const plots = data.plots
    .filter((plot) => inView(plot.geometry.coordinates[0] ?? []))
    .map((plot): ListItem => ({
      key: plot.id,
      kind: 'plot',
      selection: { type: 'plot', id: plot.id },
      text: plot.properties.code,
      detail: tenantOf(plot, tenants) ?? t(`plot.${plot.properties.status}`),
    }))
  const symbols = assets
    .filter((asset) => {
      const rule = SYMBOL_RULES[asset.kind]
      const [x, y] = asset.position
      return rule !== undefined && layers[rule.layer] && rule.minZoom <= zoom && boxesMeet([x, y, x, y], view)
    })
    .map((asset): ListItem => ({
      key: asset.id,
      kind: 'asset',
      selection: { type: 'asset', id: asset.id },
      text: nameOf(asset, locale),
      detail: asset.name ? asset.code : '',
    }))
  const items = [...props.exceptions.flatMap(alarmItem), ...sites, ...plots, ...symbols]
  const collator = new Intl.Collator(locale, { numeric: true })
  return items.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || collator.compare(a.text, b.text))
}

function alarmItem(mark: MapMark): ListItem[] {
  const selection: Selection | null =
    mark.assetId !== null
      ? { type: 'asset', id: mark.assetId }
      : mark.plotId !== null
        ? { type: 'plot', id: mark.plotId }
        : null
  if (!selection) return []
  const text = mark.exception === undefined ? `P${mark.priority} ${mark.title}` : mark.title
  return [{ key: `alarm-${mark.id}`, kind: 'alarm', selection, text, detail: mark.detail }]
}
