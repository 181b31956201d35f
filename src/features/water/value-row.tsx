import type { Point } from '../../contract/resources.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import styles from './plant.module.css'

/** One live value under a unit: name, number, age. The name opens the asset with the point's history. */
export function ValueRow({ label, point }: { label: string; point: Point | null }) {
  const words = useText('words')
  const { select } = useViewActions()
  const reading = useLiveReading(point?.id ?? null)
  if (!point) return null
  const isState = point.kind === 'run-state'
  return (
    <div className={styles.row}>
      <dt className={styles.rowLabel}>
        <button
          type="button"
          className={styles.link}
          onClick={() => select({ type: 'asset', id: point.assetId }, point.id)}
        >
          {label}
        </button>
      </dt>
      <dd className={styles.rowValue}>
        <Figure
          value={reading?.value ?? null}
          unit={isState ? '1' : point.unit}
          decimals={point.decimals}
          state={reading ?? undefined}
          word={isState && reading ? words(reading.value > 0.5 ? 'state.running' : 'state.stopped') : undefined}
        />
      </dd>
      <dd className={styles.rowNote}>{reading ? <FigureNote state={reading} /> : null}</dd>
    </div>
  )
}
