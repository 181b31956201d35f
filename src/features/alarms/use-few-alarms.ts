import { useMemo } from 'react'
import type { AlarmHealth } from '../../domain/alarms/alarm-health.ts'
import { MIN_FOR_MEDIAN, MIN_FOR_SPLIT, MIN_FOR_TOP_SHARE, splitCount } from '../../domain/alarms/health-minimum.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

interface FewAlarms {
  split: (health: AlarmHealth) => string
  critical: (health: AlarmHealth) => string
  topShare: (health: AlarmHealth) => string
  acks: (health: AlarmHealth) => string
}

/** The counts in words, where a figure would be from too few alarms. */
export function useFewAlarms(): FewAlarms {
  const t = useText('alarms')
  const format = useFormat()
  return useMemo(() => {
    const share = (count: number, all: number, least: number): string =>
      t('health.fewOf', { few: format.number(count), all: format.number(all), least: format.number(least) })
    return {
      split: ({ counts: { P1, P2, P3 } }) =>
        t('health.few', {
          few: [P3, P2, P1].map((count) => format.number(count)).join(' / '),
          least: format.number(MIN_FOR_SPLIT),
        }),
      critical: (health) => share(health.counts.P1, splitCount(health), MIN_FOR_SPLIT),
      topShare: ({ top, annunciated }) =>
        share(
          top.reduce((sum, { count }) => sum + count, 0),
          annunciated,
          MIN_FOR_TOP_SHARE,
        ),
      acks: ({ acks }) => t('health.fewAcks', { few: format.number(acks.P1), least: format.number(MIN_FOR_MEDIAN) }),
    }
  }, [t, format])
}
