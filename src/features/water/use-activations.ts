import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import type { LimitChartMark } from '../../charts/limit-chart-layout.ts'
import { rankOf } from '../../domain/alarms/alarm-list.ts'
import { activationsOf } from '../../domain/alarms/point-activations.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'

/** Alarms of a point in a span of time as marks of a chart; empty until they are known. */
export function useActivationMarks(
  parkId: string,
  pointId: string | null,
  fromMs: number,
  toMs: number,
): readonly LimitChartMark[] {
  const t = useText('water')
  const format = useFormat()
  const { picture } = useAlarms()
  const journal = useQuery({
    ...alarmQueries.journalSpan(parkId, { fromMs, toMs }),
    enabled: pointId !== null && toMs > fromMs,
  })
  return useMemo(() => {
    if (pointId === null) return []
    // What stands now may be newer than the last whole record.
    const found = activationsOf(pointId, journal.data ?? [], picture?.alarms ?? [], fromMs, Infinity)
    return found.map(({ id, atMs, priority, state }) => ({
      id,
      ms: Math.min(atMs, toMs),
      priority: rankOf(priority),
      state,
      label: t('mark', {
        priority: rankOf(priority),
        state: t(`mark.${state}`),
        time: format.timeShort(atMs),
      }),
    }))
  }, [pointId, journal.data, picture, fromMs, toMs, t, format])
}
