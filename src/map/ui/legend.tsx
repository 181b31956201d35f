import { legendOf } from '../legend-model.ts'
import type { LegendRow } from '../legend-model.ts'
import type { LayerVisibility, MapMark, MapMode, MapText, PlotTheme, ThemeName } from '../map-types.ts'
import { networkColour, priorityColour, rampOf } from '../network-tokens.ts'
import { paletteOf } from '../tokens.ts'
import styles from './legend.module.css'
import { SymbolSample } from './symbol-sample.tsx'

export interface LegendProps {
  mode: MapMode
  theme: ThemeName
  plotTheme: PlotTheme
  layers: LayerVisibility
  exceptions: readonly MapMark[]
  t: MapText
}

/** Samples beside words, in one bar under the map. */
export function Legend({ mode, theme, plotTheme, layers, exceptions, t }: LegendProps) {
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
          <span>{t(row.key)}</span>
        </li>
      ))}
    </ul>
  )
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
    case 'hatch':
      return (
        <span
          className={styles.swatch}
          style={{
            background: `repeating-linear-gradient(135deg, ${palette.hatchLine} 0 2px, ${palette.hatchGround} 2px 5px)`,
          }}
        />
      )
    case 'alarm-plot': {
      const colour = priorityColour(1, theme)
      return <span className={styles.swatch} style={{ background: `${colour}38`, outlineColor: colour }} />
    }
    case 'fill':
    default: {
      const ramp = rampOf(theme)
      const colour = {
        solar: palette.solar,
        vacant: palette.vacant,
        leased: ramp[1],
        construction: ramp[2],
      }[sample.token]
      return <span className={styles.swatch} style={{ background: colour, outlineColor: palette.plotLine }} />
    }
  }
}
