import { useMemo } from 'react'
import type { Asset, Point } from '../../../contract/resources.ts'
import { isContributing } from '../../../domain/quality/total.ts'
import { headedCells, roomFor } from '../../../domain/wall/layout.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useLiveReadings } from '../../../live/hooks.ts'
import type { LiveReading } from '../../../live/live-store.ts'
import { KpiRow, Row } from '../figure-row.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { useWall } from '../wall-context.ts'
import styles from '../wall.module.css'

interface Container {
  asset: Asset
  point: Point
  reading: LiveReading | null
}

function ContainerRow({ asset, point, reading }: Container) {
  const t = useText('wall')
  const words = useText('words')
  const percent = isContributing(reading) ? reading.value : Number.NaN
  return (
    <Row
      stream="waste"
      name={asset.code}
      note={asset.wasteStream === null ? words('asset.container') : t(`waste.${asset.wasteStream}`)}
      value={reading?.value ?? null}
      unit={point.unit}
      decimals={0}
      state={reading ?? undefined}
      middle={
        Number.isFinite(percent) ? (
          <div className={styles.bar}>
            <span style={{ width: `${Math.min(100, percent)}%` }} />
          </div>
        ) : null
      }
    />
  )
}

const KPIS = ['hazardous-store', 'diversion', 'grid-emissions'] as const

/** The fullest containers first, and what is in store. */
export function WasteScene() {
  const { layout, index } = useWall()
  const containers = useMemo(
    () =>
      index.points.flatMap((point) => {
        const asset = point.kind === 'fill-level' ? index.assetById.get(point.assetId) : undefined
        return asset?.kind === 'container' ? [{ asset, point }] : []
      }),
    [index],
  )
  const readings = useLiveReadings(useMemo(() => containers.map(({ point }) => point.id), [containers]))
  const { cells } = headedCells(layout)
  const room = roomFor(cells, layout.rowHeight) - KPIS.length
  const fullest = useMemo(
    () =>
      containers
        .map((container, k): Container => ({ ...container, reading: readings[k] ?? null }))
        .filter(({ reading }) => isContributing(reading))
        .toSorted((a, b) => (b.reading?.value ?? 0) - (a.reading?.value ?? 0) || (a.asset.id < b.asset.id ? -1 : 1))
        .slice(0, Math.max(1, room)),
    [containers, readings, room],
  )
  const parts: ScenePart[] = [
    ...fullest.map((container) => ({
      key: container.asset.id,
      rows: 1,
      content: <ContainerRow {...container} />,
    })),
    ...KPIS.map((id) => ({ key: id, rows: 1, content: <KpiRow id={id} /> })),
  ]
  return <Parts boxes={cells} parts={parts} />
}
