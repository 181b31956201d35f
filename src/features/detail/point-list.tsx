import { useMemo } from 'react'
import type { Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useStateWord } from '../../i18n/state-word.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './detail.module.css'

interface RowProps {
  point: Point
  chosen: boolean
  onChoose: (pointId: string) => void
}

function PointRow({ point, chosen, onChoose }: RowProps) {
  const words = useText('words')
  const reading = useLiveReading(point.id)
  const wordOf = useStateWord(point.kind)
  const state = reading ?? {
    freshness: 'waiting' as const,
    quality: 'BadWaitingForInitialData' as const,
    ageMs: Number.NaN,
    sourceTimeMs: Number.NaN,
  }
  const value = reading?.value ?? null
  return (
    <li>
      <button
        type="button"
        className={styles.point}
        aria-pressed={chosen}
        data-inset-focus=""
        data-point={point.id}
        onClick={() => onChoose(point.id)}
      >
        <span className={styles.pointName}>{words(`point.${point.kind}`)}</span>
        <Figure
          value={value}
          unit={point.unit}
          decimals={point.decimals}
          state={state}
          word={value === null ? undefined : wordOf(value)}
        />
        <span className={styles.note}>
          <FigureNote state={state} />
        </span>
      </button>
    </li>
  )
}

function groupByAsset(points: readonly Point[]): [assetId: string, points: Point[]][] {
  const groups = new Map<string, Point[]>()
  for (const point of points) groups.set(point.assetId, [...(groups.get(point.assetId) ?? []), point])
  return [...groups]
}

export interface PointListProps {
  index: ParkIndex
  points: readonly Point[]
  chosenId: string | null
  onChoose: (pointId: string) => void
}

/** Live points, grouped by equipment when there is more than one piece of it. */
export function PointList({ index, points, chosenId, onChoose }: PointListProps) {
  const t = useText('detail')
  const nameOf = useAssetName()
  const groups = useMemo(() => groupByAsset(points), [points])
  return (
    <section className={styles.section}>
      <PanelHeader
        title={t('points')}
        aside={points.length > 0 ? t('points.count', { count: points.length }) : undefined}
      />
      {points.length === 0 ? (
        <PanelState kind="empty" text={t('points.none')} />
      ) : (
        <div className={styles.points}>
          {groups.map(([assetId, members]) => {
            const asset = index.assetById.get(assetId)
            return (
              <div key={assetId}>
                {groups.length > 1 ? <h3 className={styles.group}>{asset ? nameOf(asset) : assetId}</h3> : null}
                <ul>
                  {members.map((point) => (
                    <PointRow key={point.id} point={point} chosen={point.id === chosenId} onChoose={onChoose} />
                  ))}
                </ul>
              </div>
            )
          })}
        </div>
      )}
    </section>
  )
}
