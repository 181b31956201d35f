import type { PlotTheme } from '../contract/plot-themes.ts'
import { LAYERS } from './layers/registry.ts'
import type { LayerDeclaration, LegendSample } from './layers/registry.ts'
import { classLabels, measureOf } from './layers/plot-themes.ts'
import { LAND_USES } from './map-types.ts'
import type { LandUse, LayerVisibility, MapMode, ThemeName } from './map-types.ts'
import { rampOf } from './network-tokens.ts'

export interface LegendRow {
  key: string
  sample: LegendSample | { shape: 'alarm-plot' } | { shape: 'land'; use: LandUse }
}

export interface LegendRamp {
  titleKey: string
  unit: string
  classes: readonly { colour: string; label: string }[]
}

export interface Legend {
  ramp: LegendRamp | null
  rows: readonly LegendRow[]
}

/** Beside the ramp of a theme of let plots. */
const LET_PLOTS: readonly LegendRow[] = [
  { key: 'legend.no-data', sample: { shape: 'hatch' } },
  { key: 'legend.vacant', sample: { shape: 'fill', token: 'vacant' } },
]

/** What the plots' colours mean in each theme. */
const PLOT_ROWS: Readonly<Record<PlotTheme, readonly LegendRow[]>> = {
  exceptions: [{ key: 'legend.vacant', sample: { shape: 'fill', token: 'vacant' } }],
  status: [
    { key: 'legend.leased', sample: { shape: 'fill', token: 'leased' } },
    { key: 'legend.construction', sample: { shape: 'fill', token: 'construction' } },
    { key: 'legend.vacant', sample: { shape: 'fill', token: 'vacant' } },
  ],
  'power-density': LET_PLOTS,
  'energy-baseline': LET_PLOTS,
  'water-intensity': LET_PLOTS,
  'district-loss': LET_PLOTS,
  'container-fill': LET_PLOTS,
  headroom: [{ key: 'legend.no-data', sample: { shape: 'hatch' } }],
  certificates: [{ key: 'legend.no-data', sample: { shape: 'hatch' } }],
  recp: [{ key: 'legend.no-data', sample: { shape: 'hatch' } }],
  'land-use': LAND_USES.map((use) => ({ key: `legend.land.${use}`, sample: { shape: 'land', use } })),
}

const ALARM_ROW: LegendRow = { key: 'legend.plot-alarm', sample: { shape: 'alarm-plot' } }

/**
 * The legend of what is drawn now, read from the layers' own declarations and the plot theme.
 *
 * @param hasAlarms whether any mark is in an alarm colour; without one the legend does not promise it
 */
export function legendOf(
  mode: MapMode,
  theme: ThemeName,
  plotTheme: PlotTheme,
  layers: LayerVisibility,
  hasAlarms: boolean,
): Legend {
  const measure = measureOf(plotTheme)
  const declared: readonly LayerDeclaration[] = LAYERS.filter((layer) => layers[layer.id])
  const rows = declared.flatMap((layer) =>
    layer.legend.filter((entry) => entry.modes === undefined || entry.modes.includes(mode)),
  )
  const ramp = rampOf(theme, plotTheme)
  return {
    ramp: measure
      ? {
          titleKey: `plot-theme.${plotTheme}`,
          unit: measure.unit,
          classes: classLabels(measure).map((label, index) => ({ label, colour: ramp[index] ?? ramp[0] })),
        }
      : null,
    rows: [
      ...(hasAlarms && plotTheme === 'exceptions' ? [ALARM_ROW] : []),
      ...PLOT_ROWS[plotTheme],
      ...rows.map(({ key, sample }) => ({ key, sample })),
    ],
  }
}
