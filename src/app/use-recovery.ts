import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isUnacked } from '../domain/alarms/alarm-list.ts'
import { isQuietTime } from '../domain/recovery/quiet-hour.ts'
import { useFormat } from '../i18n/format.ts'
import { useConnection, useServerNow } from '../live/hooks.ts'
import { useAlarms } from '../live/use-alarms.ts'
import { setConditions, useRecovery, wishReload } from '../session/recovery-store.ts'
import { useConfig } from './config-context.ts'

const MINUTE_MS = 60_000

/**
 * Asks again for what failed and is on screen. Refusals and broken answers too: asking at once does not mend them, but
 * what lay between, or the server itself, is mended by others, and a wall has no hand that would try again.
 */
function refetchFailed(client: QueryClient): void {
  void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
}

/** What keeps a page alive without a hand: failed parts are asked for again, and a reload knows what it must respect. */
export function useRecoveryConditions(): void {
  const { quietReload } = useConfig().config.recovery
  const client = useQueryClient()
  const { zone } = useFormat()
  const minute = useServerNow(MINUTE_MS)
  const { state, reconnects } = useConnection()
  const { picture } = useAlarms()
  const quiet = isQuietTime(minute, zone, quietReload)
  // An unknown picture may hide an alarm.
  const unacknowledged = picture === null || picture.alarms.some(isUnacked)

  useEffect(() => setConditions({ quiet, unacknowledged }), [quiet, unacknowledged])
  useEffect(() => {
    const timer = setInterval(() => refetchFailed(client), MINUTE_MS)
    return () => clearInterval(timer)
  }, [client])
  useEffect(() => {
    if (state !== 'live' || reconnects === 0) return
    refetchFailed(client)
    // A server that was away may have come back with a new version of this product.
    if (useRecovery.getState().conditions.unattended) wishReload('new-version')
  }, [client, state, reconnects])
}
