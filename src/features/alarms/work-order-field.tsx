import { useQuery } from '@tanstack/react-query'
import { shiftQueries } from '../../api/shift-queries.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { permitState } from '../../domain/shift/permits.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useParkId } from '../../session/view.ts'
import { TextField } from '../../ui/fields.tsx'

const MINUTE_MS = 60_000

export interface WorkOrderFieldProps {
  alarm: Alarm
  value: string
  onChange: (number: string) => void
}

/** Number under which an alarm is taken out of service; open permits are offered, those on its own asset first. */
export function WorkOrderField({ alarm, value, onChange }: WorkOrderFieldProps) {
  const t = useText('alarms')
  const now = useServerNow(MINUTE_MS)
  const parkId = useParkId()
  const { data } = useQuery(shiftQueries.workPermits(parkId))
  const isOwn = ({ assetId }: { assetId: string | null }): number => Number(assetId === alarm.assetId)
  const open = (data ?? [])
    .filter((permit) => permitState(permit, now) === 'open')
    .toSorted((a, b) => isOwn(b) - isOwn(a))
  return (
    <TextField
      label={t('form.workOrder')}
      hint={t('form.workOrderHint')}
      value={value}
      maxLength={60}
      suggestions={open.map(({ number }) => number)}
      onChange={onChange}
    />
  )
}
