import type { DailyException } from '../../contract/daily.ts'
import { useLocale } from '../../i18n/format.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'
import { useParkIndex } from '../../session/park-context.ts'

/** What an exception of the report is called: the alarm, and where it was. */
export function useExceptionName(): (params: DailyException['params']) => string {
  const locale = useLocale()
  const index = useParkIndex()
  const definitions = useAlarmDefinitions()
  return (params) => {
    const asset = index?.assetById.get(String(params['asset']))
    const what = definitions.get(String(params['definition']))?.title[locale] ?? String(params['definition'])
    return asset ? `${what} · ${asset.name?.[locale] ?? asset.code}` : what
  }
}
