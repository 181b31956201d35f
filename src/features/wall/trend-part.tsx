import { TrendLine } from '../../charts/trend-line.tsx'
import type { KpiDefinition } from '../../domain/kpi/kpi-definitions.data.ts'
import { wallDecimals } from '../../domain/wall/digits.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { UnitText } from '../../ui/unit-text.tsx'
import { useWall } from './wall-context.ts'
import styles from './wall.module.css'

const QUARTER_MS = 900_000
const DAY_MS = 96 * QUARTER_MS

/** The last 24 hours of a key figure against its contract, permit or capacity. */
export function TrendPart({ id }: { id: KpiDefinition['id'] }) {
  const t = useText('wall')
  const kpi = useText('kpi')
  const format = useFormat()
  const { kpis, layout } = useWall()
  const end = useServerNow(QUARTER_MS)
  const view = kpis.get(id)
  if (!view) return null
  const { definition, result, target } = view
  const name = t(`kpi.${id}`)
  return (
    <div className={styles.trend}>
      <div className={styles.trendHead}>
        <span className={styles.name}>{name}</span>
        <span className={styles.dim}>
          {target === null
            ? null
            : kpi(`target.${definition.targetWord}`, {
                value: format.number(target, wallDecimals(target, definition.decimals)),
              })}{' '}
          <UnitText unit={definition.unit} />
        </span>
      </div>
      <div className={styles.trendLine}>
        {result.spark.length > 1 ? (
          <TrendLine
            values={result.spark}
            tone={definition.stream}
            floor={definition.sparkFloor}
            limit={target}
            label={kpi('spark.label', { name })}
            strokePx={layout.type.text / 14}
          />
        ) : (
          <p className={styles.waiting}>{t('waiting')}</p>
        )}
      </div>
      <div className={styles.trendFoot}>
        <span>{format.timeShort(end - DAY_MS)}</span>
        <span>{format.timeShort(end - DAY_MS / 2)}</span>
        <span>{format.timeShort(end)}</span>
      </div>
    </div>
  )
}
