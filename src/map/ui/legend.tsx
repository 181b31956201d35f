import { legendOf } from '../legend-model.ts'
import type { LegendRow } from '../legend-model.ts'
import type { PlotTheme } from '../../contract/plot-themes.ts'
import type { LandUse, LayerVisibility, MapMark, MapMode, MapText, ThemeName } from '../map-types.ts'
import { networkColour, priorityColour, rampOf } from '../network-tokens.ts'
import { landColours, paletteOf } from '../tokens.ts'
import styles from './legend.module.css'
import { SymbolSample } from './symbol-sample.tsx'

export interface LegendProps {
  mode: MapMode
  theme: ThemeName
  plotTheme: PlotTheme
  layers: LayerVisibility
  exceptions: readonly MapMark[]
  landShares?: ReadonlyMap<LandUse, string> | null
  t: MapText
}

/** Samples beside words, in one bar under the map. */
export function Legend({ mode, theme, plotTheme, layers, exceptions, landShares, t }: LegendProps) {
  const legend = legendOf(
    mode,
    theme,
    plotTheme,
    layers,
    exceptions.some((mark) => mark.priority < 4),
  )
  return (
    <ul className={styles.legend} aria-label={t('legend.title')}>
      {legend.ramp ? (
        <li className={styles.ramp}>
          <span>{t(legend.ramp.titleKey)}</span>
          <span className={styles.unit}>{legend.ramp.unit}</span>
          {legend.ramp.classes.map(({ colour, label }) => (
            <span key={label} className={styles.class}>
              <span className={styles.swatch} style={{ background: colour }} />
              {label}
            </span>
          ))}
        </li>
      ) : null}
      {legend.rows.map((row) => (
        <li key={row.key} className={styles.row}>
          <Sample row={row} mode={mode} theme={theme} />
          <span>{textOf(row, landShares ?? null, t)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Words of a row; a use of land with its share of the park. */
function textOf(row: LegendRow, shares: ReadonlyMap<LandUse, string> | null, t: MapText): string {
  if (row.sample.shape !== 'land') return t(row.key)
  const share = shares?.get(row.sample.use)
  return share === undefined ? t(row.key) : `${t(row.key)} ${t('legend.share', { share })}`
}

function Sample({ row, mode, theme }: { row: LegendRow; mode: MapMode; theme: ThemeName }) {
  const palette = paletteOf(mode, theme)
  const { sample } = row
  switch (sample.shape) {
    case 'line': {
      const colour = networkColour(sample.network, mode, theme)
      return (
        <svg className={styles.line} viewBox="0 0 26 12" aria-hidden="true">
          <path d="M1 6H25" stroke={colour} strokeWidth="3" />
          {sample.arrow ? <path d="M11 2L16 6L11 10" stroke={colour} strokeWidth="2" fill="none" /> : null}
        </svg>
      )
    }
    case 'symbol':
      return <SymbolSample symbol={sample.symbol} mode={mode} theme={theme} />
    case 'arc': {
      const [colour, width] =
        sample.kind === 'contracted' ? [`${networkColour('waste-route', 'assets', theme)}66`, 8] : [palette.label, 3]
      return (
        <svg className={styles.line} viewBox="0 0 26 12" aria-hidden="true">
          <path d="M1 6H25" stroke={colour} strokeWidth={width} />
          {sample.kind === 'actual' ? <circle cx="4" cy="6" r="4" fill={colour} /> : null}
        </svg>
      )
    }
    case 'hatch':
      return (
        <span
          className={styles.swatch}
          style={{
            background: `repeating-linear-gradient(135deg, ${palette.hatchLine} 0 2px, ${palette.hatchGround} 2px 5px)`,
          }}
        />
      )
    case 'output':
      return (
        <span
          className={styles.swatch}
          style={{ background: `linear-gradient(90deg, ${palette.solar}, ${palette.solarFull})` }}
        />
      )
    case 'alarm-plot': {
      const colour = priorityColour(1, theme)
      return <span className={styles.swatch} style={{ background: `${colour}38`, outlineColor: colour }} />
    }
    case 'land': {
      const colour = landColours(theme)[sample.use]
      return <span className={styles.swatch} style={{ background: colour, outlineColor: palette.plotLine }} />
    }
    case 'fill':
    default: {
      const ramp = rampOf(theme, 'status')
      const colour = {
        vacant: palette.vacant,
        leased: ramp[1],
        construction: ramp[2],
      }[sample.token]
      return <span className={styles.swatch} style={{ background: colour, outlineColor: palette.plotLine }} />
    }
  }
}
