import { useCallback } from 'react'
import type { IncidentLine } from '../../domain/replay/incident.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useEntryTitle } from '../../ui/use-entry-title.ts'
import type { LineWords } from './incident-row.tsx'

/** What a line says, in the language of the screen; a log entry is quoted in the language it was written in. */
export function useLineWords(): (line: IncidentLine) => LineWords {
  const t = useText('replay')
  const shell = useText('shell')
  const alarms = useText('alarms')
  const format = useFormat()
  const titleOf = useEntryTitle()
  const nameOf = useAssetName()
  const index = useParkIndex()
  const definitions = useAlarmDefinitions()
  return useCallback(
    (line) => {
      if (line.kind === 'log') {
        return { title: line.log.text, detail: shell(`role.${line.log.author}`) }
      }
      if (line.kind === 'measurement') {
        const { pointId, value, unit, decimals, limit, extreme } = line.measurement
        const asset = index?.assetById.get(index.pointById.get(pointId)?.assetId ?? '')
        return {
          title: `${asset ? nameOf(asset) : pointId}: ${t(`extreme.${extreme}`)} ${format.quantity(value, unit, decimals)}`,
          detail:
            limit === null ? pointId : t('limit', { point: pointId, value: format.quantity(limit, unit, decimals) }),
        }
      }
      const { event, actor, comment, value, limit } = line.entry
      const who = actor === 'process' || actor === 'rule' ? '' : shell(`role.${actor}`)
      // A number without its unit says nothing: none is printed until the record of the alarm is there.
      const unit = definitions.get(line.entry.definitionId)?.unit
      const measured =
        value === null || limit === null || unit === undefined
          ? ''
          : t('against', { value: format.quantity(value, unit, 2), limit: format.quantity(limit, unit, 2) })
      return {
        title: `${alarms(`journal.event.${event}`)} · ${titleOf(line.entry)}`,
        detail: [who, actor === 'rule' ? '' : (comment ?? ''), measured].filter((part) => part !== '').join(' · '),
      }
    },
    [t, shell, alarms, format, titleOf, nameOf, index, definitions],
  )
}
