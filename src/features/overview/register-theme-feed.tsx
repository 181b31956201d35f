import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { certificatesByTenant, measuredByTenant } from '../../domain/tenants/register-counts.ts'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useServerNow } from '../../live/hooks.ts'

export interface RegisterThemeFeedProps {
  index: ParkIndex
  theme: 'certificates' | 'recp'
  onValues: (counts: ReadonlyMap<string, number> | null) => void
}

/** Counts certificates or measured solutions by plot while the map wears that theme; draws nothing itself. */
export function RegisterThemeFeed({ index, theme, onValues }: RegisterThemeFeedProps) {
  const { park } = index
  const profiles = useQuery(registerQueries.rows(park.id, 'tenant-profiles')).data
  const solutions = useQuery(registerQueries.rows(park.id, 'recp-solutions')).data
  const today = isoDateOf(useServerNow(3_600_000), park.timeZone)
  const counts = useMemo(() => {
    if (profiles === undefined || solutions === undefined) return null
    const byTenant =
      theme === 'certificates' ? certificatesByTenant(profiles, today) : measuredByTenant(profiles, solutions)
    return new Map(
      index.tenants.flatMap(({ id, plotIds }) => {
        const count = byTenant.get(id)
        return count === undefined ? [] : plotIds.map((plotId) => [plotId, count] as const)
      }),
    )
  }, [profiles, solutions, theme, today, index])
  useEffect(() => onValues(counts), [counts, onValues])
  return null
}
