import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { cx } from '../../ui/cx.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import styles from './district.module.css'
import { LowestPressure } from './lowest-pressure.tsx'
import { NotEnoughNote } from './not-enough.tsx'
import { useResidualWords } from './use-residual-words.ts'
import type { DistrictDay } from './use-water-day.ts'

const HOURS = 24
/** End of the bullet's scale as a multiple of the target. */
const SCALE = 2

export interface DistrictRowProps {
  row: DistrictDay
  index: ParkIndex
  targetPercent: number | null
  targetBar: number | null
}

/** What the loss is measured against, or what is wrong with it. */
function LossCell({ row, index, targetPercent }: DistrictRowProps) {
  const t = useText('water')
  const format = useFormat()
  const residualWords = useResidualWords(index)
  const { loss, balance } = row
  const residual = balance.residual.ok ? balance.residual.value : null
  // Where nothing stays in the district there is no share of it: then of what came in.
  const words = residual ? residualWords(residual, loss.ok ? loss : residual.percent) : null
  if (words !== null) return <span className={styles.words}>{words}</span>
  if (!loss.ok) return <NotEnoughNote outcome={loss} />
  if (targetPercent === null) return <span className={styles.words}>{t('reason.no-target')}</span>
  const label = t('loss.label', {
    value: format.quantity(loss.value, '%', 1),
    target: format.quantity(targetPercent, '%', 0),
  })
  return (
    <Bullet value={loss.value} target={targetPercent} max={Math.max(targetPercent * SCALE, loss.value)} label={label} />
  )
}

/** One district: supplied, metered, loss, night, pressure and how many meters are behind it. */
export function DistrictRow(props: DistrictRowProps) {
  const { row, targetPercent, targetBar } = props
  const t = useText('water')
  const format = useFormat()
  const locale = useLocale()
  const { select } = useViewActions()
  const { district, supplied, metered, loss, meters, night, nights } = row
  // The head of the column says what it is: the code is enough where there is no name.
  const name = district.asset.name?.[locale] ?? district.asset.code
  const number = (value: number | null): string => (value === null ? '–' : format.number(value, 1))
  const isOver = loss.ok && targetPercent !== null && loss.value > targetPercent
  const isPartial = meters.contributing < meters.expected
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.link} onClick={() => select({ type: 'asset', id: district.asset.id })}>
          {name}
        </button>
      </th>
      <td className={styles.number}>{number(supplied === null ? null : supplied / HOURS)}</td>
      <td className={styles.number}>{number(metered === null ? null : metered / HOURS)}</td>
      <td className={cx(styles.number, styles.strong)}>
        {loss.ok ? format.number(loss.value, 1) : '–'}
        {isOver ? <span className="visually-hidden"> {t('loss.over')}</span> : null}
      </td>
      <td className={styles.bullet}>
        <LossCell {...props} />
      </td>
      <td className={styles.number}>{number(night.ok ? night.value.netInflow : null)}</td>
      <td className={styles.number}>{number(night.ok ? night.value.leakage : null)}</td>
      <td>
        <Sparkline values={nights} tone="water" size="row" label={t('nights.label', { name })} />
      </td>
      <td>
        <LowestPressure points={district.pressures} targetBar={targetBar} />
      </td>
      <td className={cx(styles.number, isPartial ? styles.strong : styles.quiet)}>
        {t('records', { valid: format.number(meters.contributing), due: format.number(meters.expected) })}
      </td>
    </tr>
  )
}
