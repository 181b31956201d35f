import type { Locale } from '../contract/primitives.ts'
import type { ParkMapProps } from './map-types.ts'
import type { StyleContext } from './style/style-types.ts'
import { rootScale } from './ui/root-scale.ts'

/** The selected plot, or all plots of the selected tenant. */
function selectedPlots({ selection, tenants }: ParkMapProps): readonly string[] {
  if (selection?.type === 'plot') return [selection.id]
  if (selection?.type !== 'tenant') return []
  return tenants.find((tenant) => tenant.id === selection.id)?.plotIds ?? []
}

/** What the look of the map depends on: the page's wishes, the language that its names are in, plots without data. */
export function styleContextOf(props: ParkMapProps, locale: Locale, plotsWithoutData: readonly string[]): StyleContext {
  const { mode, theme, layers, plotTheme, selection, trace } = props
  return {
    mode,
    theme,
    locale,
    layers,
    plotTheme,
    plotsWithoutData,
    selectedPlots: selectedPlots(props),
    tracedPlots: trace?.plotIds ?? [],
    selectedSite: selection?.type === 'site' ? selection.id : null,
    scale: rootScale(),
    bare: props.wall !== undefined,
  }
}
