import type { AlarmHealth } from '../../domain/alarms/alarm-health.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import styles from './alarms-page.module.css'
import { useFewAlarms } from './use-few-alarms.ts'

/** The five figures that tell whether one position can cope, each against its benchmark. */
export function HealthTiles({ health, stale }: { health: AlarmHealth; stale: number }) {
  const t = useText('alarms')
  const format = useFormat()
  const few = useFewAlarms()
  const { split, medianAckS } = health
  const share = (value: number): string => format.number(value * 100)
  const tiles = [
    {
      label: t('health.rate'),
      // A few alarms a day are not none.
      value: format.number(health.perTenMinutes, health.perTenMinutes < 0.1 ? 2 : 1),
      target: t('health.rateTarget', { value: format.number(1, 1) }),
    },
    {
      label: t('health.most'),
      value: format.number(health.mostInTenMinutes),
      target: t('health.mostTarget', { value: format.number(11) }),
    },
    {
      label: t('health.split'),
      value: split === null ? null : `${share(split.P3)} / ${share(split.P2)} / ${share(split.P1)}\u00a0%`,
      target: split === null ? few.split(health) : '80 / 15 / 5',
    },
    {
      label: t('health.ack'),
      value: medianAckS.P1 === null ? null : format.quantity(medianAckS.P1, 's'),
      target: medianAckS.P1 === null ? few.acks(health) : t('health.ackTarget', { value: format.quantity(60, 's') }),
    },
    { label: t('health.stale'), value: format.number(stale), target: t('health.staleTarget') },
  ]
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ label, value, target }) => (
        <div key={label} className={styles.tile}>
          <dt title={label}>{label}</dt>
          <dd className={cx(styles.value, value === null && styles.few)}>{value ?? t('verdict.none')}</dd>
          <dd className={styles.target} title={target}>
            {target}
          </dd>
        </div>
      ))}
    </dl>
  )
}
