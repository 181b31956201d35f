import { useMemo } from 'react'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { type DataProblem, dataProblems } from './data-problems.ts'
import { useLiveClient, useServerNow } from './hooks.ts'

const STEP_MS = 5000
const NONE: readonly DataProblem[] = []

/** Points that something is wrong with, judged every five seconds. */
export function useDataProblems({ assetById }: Pick<ParkIndex, 'assetById'>): readonly DataProblem[] {
  const client = useLiveClient()
  const nowMs = useServerNow(STEP_MS)
  return useMemo(() => {
    if (!client) return NONE
    const assetKindOf = (id: string) => assetById.get(id)?.kind ?? null
    return dataProblems({ store: client.store, watch: client.still, assetKindOf, nowMs })
  }, [client, assetById, nowMs])
}
