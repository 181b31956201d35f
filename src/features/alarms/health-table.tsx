import type { AlarmHealth } from '../../domain/alarms/alarm-health.ts'
import { MIN_FOR_TOP_TARGET } from '../../domain/alarms/health-minimum.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import pane from './health-pane.module.css'
import { useFewAlarms } from './use-few-alarms.ts'

type Verdict = 'meets' | 'above' | 'action' | 'none'

/** Figure against its target and its action level. */
function verdictOf(value: number | null, target: number, action: number): Verdict {
  if (value === null) return 'none'
  return value <= target ? 'meets' : value > action ? 'action' : 'above'
}

/** Too few alarms for the target can still be too many of the same. */
function topVerdict({ topShare, annunciated }: AlarmHealth): Verdict {
  const verdict = verdictOf(topShare, 0.05, 0.2)
  return verdict === 'above' && annunciated < MIN_FOR_TOP_TARGET ? 'none' : verdict
}

/** Every figure against target and action level. */
export function HealthTable({ health, stale }: { health: AlarmHealth; stale: number }) {
  const t = useText('alarms')
  const format = useFormat()
  const few = useFewAlarms()
  const { split, topShare, medianAckS } = health
  const rows: readonly {
    key: string
    label: string
    value: string
    target: string
    action: string
    verdict: Verdict
  }[] = [
    {
      key: 'rate',
      label: t('health.rate'),
      value: format.number(health.perTenMinutes, 2),
      target: '≤ 1',
      action: '> 2',
      verdict: verdictOf(health.perTenMinutes, 1, 2),
    },
    {
      key: 'day',
      label: t('health.perDay'),
      value: format.number(health.perDay),
      target: '≤ 144',
      action: '> 300',
      verdict: verdictOf(health.perDay, 144, 300),
    },
    {
      key: 'most',
      label: t('health.most'),
      value: format.number(health.mostInTenMinutes),
      target: '≤ 10',
      action: '> 10',
      verdict: verdictOf(health.mostInTenMinutes, 10, 10),
    },
    {
      key: 'flood',
      label: t('health.floodShare'),
      value: format.percent(health.floodShare),
      target: '< 1 %',
      action: '> 5 %',
      verdict: verdictOf(health.floodShare, 0.01, 0.05),
    },
    {
      key: 'top',
      label: t('health.topShare'),
      value: topShare === null ? few.topShare(health) : format.percent(topShare),
      target: '≤ 5 %',
      action: '> 20 %',
      verdict: topVerdict(health),
    },
    {
      key: 'critical',
      label: t('health.critical'),
      value: split === null ? few.critical(health) : format.percent(split.P1),
      target: '≤ 5 %',
      action: '> 5 %',
      verdict: verdictOf(split?.P1 ?? null, 0.05, 0.05),
    },
    {
      key: 'ack',
      label: t('health.ack'),
      value: medianAckS.P1 === null ? few.acks(health) : format.quantity(medianAckS.P1, 's'),
      target: `≤ ${format.quantity(60, 's')}`,
      action: '–',
      verdict: verdictOf(medianAckS.P1, 60, Number.POSITIVE_INFINITY),
    },
    {
      key: 'chattering',
      label: t('health.chattering'),
      value: format.number(health.chattering.length),
      target: '0',
      action: '–',
      verdict: verdictOf(health.chattering.length, 0, Number.POSITIVE_INFINITY),
    },
    {
      key: 'fleeting',
      label: t('health.fleeting'),
      value: format.number(health.fleeting),
      target: '0',
      action: '–',
      verdict: verdictOf(health.fleeting, 0, Number.POSITIVE_INFINITY),
    },
    {
      key: 'stale',
      label: t('health.stale'),
      value: format.number(stale),
      target: '0',
      action: '> 5',
      verdict: verdictOf(stale, 0, 5),
    },
    {
      key: 'reason',
      label: t('health.noReason'),
      value: format.number(health.shelvedWithoutReason),
      target: '0',
      action: '> 0',
      verdict: verdictOf(health.shelvedWithoutReason, 0, 0),
    },
  ]
  return (
    <table className={pane.table}>
      <thead>
        <tr>
          <th scope="col">{t('health.figure')}</th>
          <th scope="col">{t('health.value')}</th>
          <th scope="col">{t('health.target')}</th>
          <th scope="col">{t('health.action')}</th>
          <th scope="col">{t('health.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td>{row.value}</td>
            <td>{row.target}</td>
            <td>{row.action}</td>
            <td className={row.verdict === 'action' ? pane.strong : undefined}>{t(`verdict.${row.verdict}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
