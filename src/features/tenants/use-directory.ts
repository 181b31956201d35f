import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { firstOf } from '../../domain/kpi/series.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { tenantMetersOf } from '../../domain/tenants/tenant-meters.ts'
import { directoryRegisters, tenantRow, type TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { useConnection, useLiveClient, useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'

const QUARTER_MS = 900_000
/** Day values and the order of rows move this often; live cells follow their meters by themselves. */
const SAMPLE_MS = 10_000
/** After the channel has opened, meters send their first value within this time; until then none of them is missing. */
const FIRST_VALUES_MS = 15_000

export interface Directory {
  rows: readonly TenantRow[]
  isLoading: boolean
  /** Registers of the midnights, or the first live values, are on their way: day values are not missing yet. */
  isWaiting: boolean
  error: unknown
  retry: () => void
  midnightMs: number
}

/** Every tenant with what it uses. Registers are asked for at two midnights, and read live for now. */
export function useDirectory(index: ParkIndex): Directory {
  const { park } = index
  const plots = useQuery(geometryQueries.collection(park.id, 'plots'))
  const meters = useMemo(() => tenantMetersOf(index), [index])
  const registers = useMemo(() => directoryRegisters(index, meters), [index, meters])
  const quarter = useServerNow(QUARTER_MS)
  const midnight = dayStartMs(quarter, park.timeZone)
  const before = addDaysMs(midnight, -1, park.timeZone)
  const range = { points: registers, stepMs: QUARTER_MS }
  const today = useHistory(park.id, { ...range, fromMs: midnight, toMs: midnight + QUARTER_MS })
  const yesterday = useHistory(park.id, { ...range, fromMs: before, toMs: before + QUARTER_MS })
  const client = useLiveClient()
  const { state, sinceMs, clockSkewMs } = useConnection()
  // Times of the connection are this machine's; server time less the skew is that clock.
  const openMs = useServerNow(SAMPLE_MS) - clockSkewMs - sinceMs
  const isFilling = state === 'connecting' || (state === 'live' && openMs < FIRST_VALUES_MS)
  const tick = useServerNow(isFilling ? 1000 : SAMPLE_MS)
  const rows = useMemo(() => {
    const plotById = new Map((plots.data ?? []).map((plot) => [plot.id, plot]))
    const inputOf = (id: string) => client?.display.read(client.store.indexOf(id)) ?? null
    const sampled = { tick, state, inputOf }
    return index.tenants.map((tenant) =>
      tenantRow(tenant, meters.get(tenant.id) ?? NO_METERS, plotById, {
        inputOf: sampled.inputOf,
        midnightOf: (id) => firstOf(today.byId.get(id)),
        midnightBeforeOf: (id) => firstOf(yesterday.byId.get(id)),
      }),
    )
  }, [index, meters, plots.data, client, tick, state, today.byId, yesterday.byId])
  return {
    rows,
    isLoading: plots.isPending,
    isWaiting: registers.length > 0 && today.error === null && (today.history === null || isFilling),
    error: plots.error ?? today.error ?? yesterday.error,
    retry: () => {
      void plots.refetch()
      today.retry()
      yesterday.retry()
    },
    midnightMs: midnight,
  }
}

const NO_METERS = {
  assets: [],
  power: [],
  reactive: [],
  energy: [],
  voltage: [],
  water: [],
  waterVolume: [],
  discharge: [],
  dischargeVolume: [],
}
