import { useCallback } from 'react'
import { useLocale } from '../i18n/format.ts'
import { useAlarmDefinitions } from '../live/use-alarms.ts'
import { useParkIndex } from '../session/park-context.ts'

/** Name of the alarm behind a line of the journal; its id where the catalogue does not know it any more. */
export function useEntryTitle(): (entry: { alarmId: string; definitionId: string }) => string {
  const locale = useLocale()
  const index = useParkIndex()
  const definitions = useAlarmDefinitions()
  return useCallback(
    ({ alarmId, definitionId }) => {
      const what = definitions.get(definitionId)?.title[locale] ?? definitionId
      const source = alarmId.slice(definitionId.length + 1)
      if (source === 'park') return what
      const asset = index?.assetById.get(source)
      return `${what} · ${asset?.name?.[locale] ?? asset?.code ?? source}`
    },
    [locale, index, definitions],
  )
}
