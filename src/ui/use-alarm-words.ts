import { useMemo } from 'react'
import type { Alarm } from '../contract/alarms.ts'
import { isOutage } from '../domain/alarms/outage.ts'
import { markOf, rankOf } from '../domain/alarms/alarm-list.ts'
import { useAssetName } from '../i18n/asset-name.ts'
import { useFormat, useLocale } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { useAlarmDefinitions } from '../live/use-alarms.ts'
import { useParkIndex } from '../session/park-context.ts'
import type { AlarmMarkProps } from './alarm-mark.tsx'

export interface AlarmWords {
  /** What happened and to what: "Feeder tripped · LU-475". */
  title: (alarm: Alarm) => string
  /** Where it is: the asset above it, or its stream. */
  place: (alarm: Alarm) => string
  /** "Active, unacknowledged". */
  state: (alarm: Alarm) => string
  /** What it takes with it: "4 tenants without power · 6.2 MW"; empty where that is nothing. */
  loss: (alarm: Alarm) => string
  /** Properties of its mark. */
  mark: (alarm: Alarm) => AlarmMarkProps
}

/** Alarms in the language of the screen. Texts of the catalogue come as data, with ids where they are missing. */
export function useAlarmWords(): AlarmWords {
  const words = useText('words')
  const format = useFormat()
  const locale = useLocale()
  const nameOf = useAssetName()
  const index = useParkIndex()
  const definitions = useAlarmDefinitions()
  return useMemo(() => {
    const state = (alarm: Alarm): string => words(`alarm.state.${alarm.stateName}`)
    return {
      title: (alarm) => {
        const asset = alarm.assetId === null ? undefined : index?.assetById.get(alarm.assetId)
        const own = asset ? (asset.name?.[locale] ?? asset.code) : alarm.sourceNode === 'park' ? '' : alarm.sourceName
        const what = definitions.get(alarm.definitionId)?.title[locale] ?? alarm.conditionName
        return own === '' ? what : `${what} · ${own}`
      },
      place: (alarm) => {
        const asset = alarm.assetId === null ? undefined : index?.assetById.get(alarm.assetId)
        const parent = asset?.parentId == null ? undefined : index?.assetById.get(asset.parentId)
        return parent ? nameOf(parent) : words(`stream.${alarm.stream}`)
      },
      state,
      loss: (alarm) => {
        const { tenantIds, loadKw, points } = alarm.affected
        const tenants = tenantIds.length
        const parts: string[] = []
        if (alarm.stream === 'data' && points > 0) parts.push(words('alarm.points', { count: points }))
        else if (tenants > 0) parts.push(words(isOutage(alarm) ? 'alarm.outage' : 'alarm.affects', { count: tenants }))
        if (loadKw !== null && loadKw > 0) parts.push(format.quantity(loadKw / 1000, 'MW', loadKw < 1000 ? 2 : 1))
        return parts.join(' · ')
      },
      mark: (alarm) => ({
        priority: rankOf(alarm.priority),
        state: markOf(alarm),
        latched: alarm.latchedState,
        label: `${words(`alarm.priority.${alarm.priority}`)}, ${state(alarm)}`,
      }),
    }
  }, [words, format, locale, nameOf, index, definitions])
}
