import { legendRect } from '../../../domain/wall/legend.ts'
import { classLabels, measureOf } from '../../../map/layers/plot-themes.ts'
import { rampOf } from '../../../map/network-tokens.ts'
import { useText } from '../../../i18n/use-text.ts'
import { boxStyle } from '../box.tsx'
import { KpiRow } from '../figure-row.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { TrendPart } from '../trend-part.tsx'
import { useWall } from '../wall-context.ts'
import { MAP_SCENES } from '../wall-map.tsx'
import styles from '../wall.module.css'
import type { KpiDefinition } from '../../../domain/kpi/kpi-definitions.data.ts'

type KpiId = KpiDefinition['id']

const row = (id: KpiId): ScenePart => ({ key: id, rows: 1, content: <KpiRow id={id} /> })
const trend = (id: KpiId): ScenePart => ({ key: `${id}-day`, rows: 2, content: <TrendPart id={id} /> })

const OVERVIEW: readonly ScenePart[] = [
  row('grid-import'),
  row('solar'),
  row('water-supplied'),
  row('lowest-pressure'),
  row('wastewater-in'),
  row('cod-day'),
  row('water-loss'),
  row('hazardous-store'),
]
const ENERGY: readonly ScenePart[] = [
  trend('grid-import'),
  row('grid-import'),
  row('solar'),
  row('power-factor'),
  row('grid-emissions'),
]
const WATER: readonly ScenePart[] = [
  trend('water-supplied'),
  row('lowest-pressure'),
  row('water-supplied'),
  row('water-loss'),
  row('reuse'),
]

/** What the colours of the plots mean, in the lower left corner of the map. */
function PlotLegend({ scene }: { scene: 'energy' | 'water' }) {
  const t = useText('wall')
  const { layout, theme } = useWall()
  const plotTheme = MAP_SCENES[scene]?.plotTheme ?? 'exceptions'
  const measure = measureOf(plotTheme)
  if (!measure) return null
  const ramp = rampOf(theme, plotTheme)
  return (
    <div className={`${styles.legend} ${styles.onMap}`} style={boxStyle(legendRect(layout))}>
      <span>{t(`legend.${scene}`, { unit: measure.unit })}</span>
      {classLabels(measure)
        .map((label, k) => ({ label, colour: ramp[k] }))
        .toReversed()
        .map(({ label, colour }) => (
          <span key={label} className={styles.legendRow}>
            <span className={styles.swatch} style={{ background: colour }} />
            {label}
          </span>
        ))}
    </div>
  )
}

/** The map with what stands out, and the figures of all streams. */
export function OverviewScene() {
  const { layout } = useWall()
  return <Parts boxes={layout.side} parts={OVERVIEW} />
}

/** Plots by power density; the day of the grid import against the contract. */
export function EnergyScene() {
  const { layout } = useWall()
  return (
    <>
      <PlotLegend scene="energy" />
      <Parts boxes={layout.side} parts={ENERGY} />
    </>
  )
}

/** Plots by what they draw; the day of the supply against the capacity. */
export function WaterScene() {
  const { layout } = useWall()
  return (
    <>
      <PlotLegend scene="water" />
      <Parts boxes={layout.side} parts={WATER} />
    </>
  )
}
