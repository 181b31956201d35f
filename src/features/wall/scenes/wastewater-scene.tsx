import { useMemo } from 'react'
import type { Point } from '../../../contract/resources.ts'
import { headedCells } from '../../../domain/wall/layout.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useLiveReading } from '../../../live/hooks.ts'
import { KpiRow, Row } from '../figure-row.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { TrendPart } from '../trend-part.tsx'
import { useWall } from '../wall-context.ts'
import styles from '../wall.module.css'

const PARAMETERS = ['cod', 'tss', 'ammonium', 'ph', 'temperature'] as const
type Parameter = (typeof PARAMETERS)[number]

/** How much of a limit is used, as a bar that ends at the limit. */
function Used({ share }: { share: number }) {
  return (
    <div className={styles.bar}>
      <span style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    </div>
  )
}

/** One analyser of the outfall against its permit. */
function ParameterRow({ point, parameter }: { point: Point; parameter: Parameter }) {
  const t = useText('wall')
  const format = useFormat()
  const reading = useLiveReading(point.id)
  const limits = point.limits.filter(({ basis }) => basis === 'permit')
  const low = limits.find(({ type }) => type === 'low')?.value ?? null
  const high = limits.find(({ type }) => type === 'high')?.value ?? null
  const print = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 1)
  const note =
    high === null
      ? t('permit.none')
      : low === null
        ? t('permit.upTo', { value: print(high) })
        : t('permit.range', { low: print(low), high: print(high) })
  return (
    <Row
      stream="wastewater"
      name={t(`parameter.${parameter}`)}
      note={note}
      value={reading?.value ?? null}
      unit={point.unit}
      decimals={point.decimals}
      state={
        reading ?? {
          freshness: 'waiting',
          quality: 'BadWaitingForInitialData',
          ageMs: Number.NaN,
          sourceTimeMs: Number.NaN,
        }
      }
      middle={high !== null && low === null && reading !== null ? <Used share={reading.value / high} /> : null}
    />
  )
}

/** The plant: what leaves it against the permit, and what comes in. */
export function WastewaterScene() {
  const { layout, index } = useWall()
  const measured = useMemo(() => {
    const outfall = index.assets.find(({ kind }) => kind === 'outfall')
    const points = outfall ? (index.pointsByAsset.get(outfall.id) ?? []) : []
    return PARAMETERS.flatMap((parameter) => {
      const point = points.find(({ kind }) => kind === parameter)
      return point ? [{ parameter, point }] : []
    })
  }, [index])
  const parts: ScenePart[] = [
    ...measured.map(({ parameter, point }) => ({
      key: parameter,
      rows: 1,
      content: <ParameterRow point={point} parameter={parameter} />,
    })),
    { key: 'inflow-day', rows: 2, content: <TrendPart id="wastewater-in" /> },
    { key: 'wastewater-in', rows: 1, content: <KpiRow id="wastewater-in" /> },
    { key: 'cod-day', rows: 1, content: <KpiRow id="cod-day" /> },
    { key: 'reuse', rows: 1, content: <KpiRow id="reuse" /> },
  ]
  return <Parts boxes={headedCells(layout).cells} parts={parts} />
}
