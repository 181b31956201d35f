import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { shiftQueries } from '../api/shift-queries.ts'
import { HANDOVER_EVENT, LOG_EVENT } from '../contract/shift-events.ts'
import { type EventListener, useAlarmFeed } from './use-alarm-feed.ts'

/** Listener for live `event` frames: alarms go into the cache, what changed at the desk is asked for again. */
export function useEventFeed(parkId: string): EventListener {
  const client = useQueryClient()
  const takeAlarms = useAlarmFeed(parkId)
  return useCallback<EventListener>(
    (name, data) => {
      takeAlarms(name, data)
      if (name === LOG_EVENT) void client.invalidateQueries({ queryKey: shiftQueries.log(parkId).queryKey })
      if (name === LOG_EVENT || name === HANDOVER_EVENT) {
        void client.invalidateQueries({ queryKey: shiftQueries.handover(parkId).queryKey })
      }
    },
    [client, parkId, takeAlarms],
  )
}
