import type { FeatureOf, NetworkEdgeFeature, PlotFeature } from '../../contract/collections.ts'
import type { Locale } from '../../contract/primitives.ts'
import type { Asset, Tenant } from '../../contract/resources.ts'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import { createFormat } from '../../i18n/format-values.ts'
import type { Format } from '../../i18n/format-values.ts'
import { measureOf } from '../layers/plot-themes.ts'
import { measureValue, plotMeasures } from '../live/plot-measures.ts'
import { edgeLabel } from '../data/network-labels.ts'
import type { ParkMapProps, Selection } from '../map-types.ts'

/** What a tooltip and a line of the list say about a feature. */
export interface Description {
  title: string
  lines: readonly string[]
}

export interface Described {
  plots: readonly PlotFeature[]
  sites: readonly FeatureOf<'sites'>[]
  edges: readonly NetworkEdgeFeature[]
}

/** Points shown for an asset, at most three: the ones that its kind is known by. */
const SHOWN_POINTS = 3

/** Describes a feature in the reader's language; `null` for one that is not there. */
export function describe(target: Selection, props: ParkMapProps, data: Described): Description | null {
  const format = createFormat(props.locale, 'UTC')
  switch (target.type) {
    case 'plot': {
      const plot = data.plots.find((feature) => feature.id === target.id)
      return plot ? describePlot(plot, props, format) : null
    }
    case 'site': {
      const site = data.sites.find((feature) => feature.id === target.id)
      return site
        ? { title: site.properties.name[props.locale], lines: [format.quantity(site.properties.areaHa, 'har', 1)] }
        : null
    }
    case 'edge': {
      const edge = data.edges.find((feature) => feature.id === target.id)
      return edge ? describeEdge(edge, props) : null
    }
    case 'asset': {
      const asset = props.assets.find((candidate) => candidate.id === target.id)
      return asset ? describeAsset(asset, props, format) : null
    }
    case 'tenant':
    default:
      return null
  }
}

function describePlot(plot: PlotFeature, props: ParkMapProps, format: Format): Description {
  const { t, tenants, live, plotTheme, assets, points } = props
  const { code, areaHa, status, tenantId } = plot.properties
  const tenant = tenants.find((candidate) => candidate.id === tenantId)
  const lines = [`${t(`plot.${status}`)} · ${format.quantity(areaHa, 'har', 2)}`]
  const theme = measureOf(plotTheme)
  if (theme && theme.given === status) {
    const value = props.plotValues?.get(plot.id) ?? Number.NaN
    const text =
      theme.unit === ''
        ? `${t(`plot-theme.${plotTheme}`)}: ${format.number(value, 0)}`
        : `${format.number(value, 0)} ${theme.unit}`
    lines.push(Number.isFinite(value) ? text : t('legend.no-data'))
  } else if (theme?.given === null && live && status === 'leased') {
    const measure = plotMeasures(theme, [plot], assets, points, live)[0]
    const value = measure ? measureValue(theme, measure, live) : Number.NaN
    lines.push(Number.isFinite(value) ? `${format.number(value, 1)} ${theme.unit}` : t('legend.no-data'))
  }
  return { title: tenant ? `${code} · ${tenant.name}` : code, lines }
}

function describeEdge(edge: NetworkEdgeFeature, props: ParkMapProps): Description {
  const { network, role } = edge.properties
  return { title: props.t(`legend.${network}`), lines: [edgeLabel(edge), props.t(`role.${role}`)].filter(isText) }
}

function isText(text: string | null): text is string {
  return text !== null && text !== ''
}

function describeAsset(asset: Asset, props: ParkMapProps, format: Format): Description {
  const { live, points, locale, t } = props
  const lines = points
    .filter((point) => point.assetId === asset.id)
    .slice(0, SHOWN_POINTS)
    .map((point) => {
      const index = live?.indexOf(point.id) ?? -1
      const freshness = live?.freshness[index] ?? FRESHNESS_BYTE.waiting
      const value = live?.values[index] ?? Number.NaN
      const number = freshness > FRESHNESS_BYTE.stale ? Number.NaN : value
      const stale = freshness === FRESHNESS_BYTE.stale ? ` · ${t('reading.stale')}` : ''
      return `${format.quantity(number, point.unit, point.decimals)}${stale}`
    })
  return { title: nameOf(asset, locale), lines }
}

/** An asset's own name, else its code. */
export function nameOf(asset: Asset, locale: Locale): string {
  return asset.name?.[locale] ?? asset.code
}

/** A tenant's name as the park allows it to be shown. */
export function tenantOf(plot: PlotFeature, tenants: readonly Tenant[]): string | null {
  return tenants.find((tenant) => tenant.id === plot.properties.tenantId)?.name ?? null
}
