import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { assetQueries } from '../api/asset-queries.ts'
import { forgetOtherParks } from '../api/forget-parks.ts'
import { parkQueries } from '../api/park-queries.ts'
import { pointQueries } from '../api/point-queries.ts'
import { tenantQueries } from '../api/tenant-queries.ts'
import { indexPark } from '../domain/network/park-index.ts'
import { DEFAULT_ZONE } from '../domain/time/park-zone.ts'
import { ZoneContext } from '../i18n/format.ts'
import { TimeProvider } from '../live/replay-context.tsx'
import { ParkContext } from '../session/park-context.ts'
import { useSession } from '../session/session-store.ts'
import { useReplayedInstant } from '../session/view.ts'
import { useConfig } from './config-context.ts'
import { ParkProblemContext, UnansweredContext } from './park-problem.ts'
import { useConditionRefresh } from './use-alarm-feed.ts'
import { useEventFeed } from './use-event-feed.ts'
import { useLiveChannel } from './use-live-channel.ts'
import { snapshotAhead } from './ticket-ahead.ts'
import { useReplayChannel } from './use-replay-channel.ts'

/** Loads one park and keeps its live channel open. The shell shows at once and fills as answers come. */
export function ParkData({ parkId, children }: { parkId: string; children: ReactNode }) {
  const { liveBaseUrl } = useConfig()
  const queryClient = useQueryClient()
  const park = useQuery(parkQueries.detail(parkId))
  const assets = useQuery(assetQueries.list(parkId))
  const points = useQuery(pointQueries.list(parkId, snapshotAhead))
  const tenants = useQuery(tenantQueries.list(parkId))
  const client = useLiveChannel(parkId, points.data, liveBaseUrl, useEventFeed(parkId))
  const replay = useReplayChannel(parkId, points.data, client)
  const replaying = useReplayedInstant() !== null
  useConditionRefresh(parkId, client)
  const frozen = useSession((state) => state.timeMode === 'FROZEN')

  useEffect(() => {
    client?.setFrozen(frozen)
  }, [client, frozen])

  useEffect(() => forgetOtherParks(queryClient, parkId), [queryClient, parkId])

  const index = useMemo(
    () =>
      park.data && assets.data && points.data
        ? indexPark(park.data, assets.data, points.data, tenants.data ?? [])
        : null,
    [park.data, assets.data, points.data, tenants.data],
  )
  const unanswered = [park, assets, points].some(({ data, failureCount }) => data === undefined && failureCount > 0)
  const error: unknown = park.error ?? points.error ?? assets.error
  const problem = useMemo(
    () =>
      error
        ? { error, retry: () => void queryClient.refetchQueries({ queryKey: ['parks', parkId], type: 'active' }) }
        : null,
    [error, queryClient, parkId],
  )
  return (
    <ParkContext value={index}>
      <ParkProblemContext value={problem}>
        <ZoneContext value={park.data?.timeZone ?? DEFAULT_ZONE}>
          <UnansweredContext value={unanswered}>
            <TimeProvider live={client} replaying={replaying} replay={replay}>
              {children}
            </TimeProvider>
          </UnansweredContext>
        </ZoneContext>
      </ParkProblemContext>
    </ParkContext>
  )
}
