import { useMemo } from 'react'
import type { Alarm } from '../contract/alarms.ts'
import { compareAlarms, listOf, markOf, rankOf, sinceMs } from '../domain/alarms/alarm-list.ts'
import { isOutage } from '../domain/alarms/outage.ts'
import type { ExceptionItem } from '../domain/exceptions/exceptions.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { useAssetName } from '../i18n/asset-name.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { useDeferredAlarms } from '../live/use-alarms.ts'
import type { MapMark } from './map-types.ts'
import { useExceptions } from '../session/exceptions-context.ts'
import { useAlarmWords } from '../ui/use-alarm-words.ts'

/** A map with more marks than this is read as noise; the list has them all. */
const MOST = 40

const STATE = {
  unacknowledged: 'active-unacknowledged',
  acknowledged: 'active-acknowledged',
  returned: 'returned-unacknowledged',
} as const

/** One mark stands for all alarms of an asset: the most urgent. */
function oneByAsset(alarms: readonly Alarm[]): Alarm[] {
  const byPlace = new Map<string, Alarm>()
  for (const alarm of alarms) {
    const known = byPlace.get(alarm.sourceNode)
    if (!known || compareAlarms(alarm, known) < 0) byPlace.set(alarm.sourceNode, alarm)
  }
  return [...byPlace.values()]
}

/** Marks of the alarms, with the plots that are without power. */
function useAlarmMarks(index: ParkIndex | null): { marks: readonly MapMark[]; more: number } {
  const format = useFormat()
  const words = useAlarmWords()
  const { picture } = useDeferredAlarms()
  return useMemo(() => {
    if (!index || !picture) return { marks: [], more: 0 }
    const placed = oneByAsset(listOf(picture.alarms, 'open')).filter(
      (alarm) => alarm.assetId !== null || alarm.plotId !== null,
    )
    const marks = placed.slice(0, MOST).map((alarm): MapMark => {
      const loss = words.loss(alarm)
      const time = format.time(sinceMs(alarm))
      return {
        id: alarm.id,
        alarmId: alarm.id,
        assetId: alarm.assetId,
        plotId: alarm.plotId,
        plotIds: isOutage(alarm)
          ? alarm.affected.tenantIds.flatMap((id) => index.tenantById.get(id)?.plotIds ?? [])
          : undefined,
        priority: rankOf(alarm.priority),
        state: STATE[markOf(alarm)],
        latched: alarm.latchedState,
        title: words.title(alarm),
        detail: loss === '' ? `${time} · ${words.state(alarm)}` : `${time} · ${loss}`,
      }
    })
    return { marks, more: placed.length - marks.length }
  }, [index, picture, format, words])
}

/** Marks of what is beyond a limit without being an alarm. They are grey: "look here", and no more. */
function useExceptionMarks(index: ParkIndex | null, items: readonly ExceptionItem[] | null): readonly MapMark[] {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  return useMemo(() => {
    if (!index || !items) return []
    return items.map((item): MapMark => {
      const asset = index.assetById.get(item.assetId)
      const point = item.pointId === null ? undefined : index.pointById.get(item.pointId)
      const place = asset ? (asset.name ? nameOf(asset) : asset.code) : item.assetId
      return {
        id: item.id,
        assetId: item.assetId,
        plotId: asset?.plotId ?? null,
        priority: 4,
        state: 'active-acknowledged',
        exception: item.kind,
        title: point ? `${words(`point.${point.kind}`)} · ${place}` : t('exceptions.lostSource', { name: place }),
        detail:
          item.basis === null
            ? t('exceptions.lostPoints', {
                count: item.pointCount,
                time: item.sinceMs === null ? '–' : format.time(item.sinceMs),
              })
            : t('exceptions.above', {
                value: format.quantity(item.value ?? Number.NaN, item.unit, item.decimals),
                basis: words(`basis.${item.basis}`),
                limit: format.quantity(item.limit ?? Number.NaN, item.unit, item.decimals),
              }),
      }
    })
  }, [index, items, t, words, format, nameOf])
}

/** Everything that the map marks, alarms on top, and how many alarms found no room. */
export function useMapMarks(index: ParkIndex | null): { marks: readonly MapMark[]; more: number } {
  const { marks, more } = useAlarmMarks(index)
  const grey = useExceptionMarks(index, useExceptions())
  return useMemo(() => ({ marks: [...marks, ...grey], more }), [marks, grey, more])
}
