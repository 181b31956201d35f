import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { registerGrowth } from '../../domain/kpi/series.ts'
import { coverageGap, enough, type Outcome } from '../../domain/statistics/outcome.ts'
import { registerSamples } from '../../domain/energy/register-history.ts'
import { useHistory } from '../../live/use-history.ts'

const QUARTER_MS = 900_000

/** What registers showed at an instant; a register that is not in it could not be read then. */
export function useRegistersAt(index: ParkIndex, points: readonly string[], atMs: number): ReadonlyMap<string, number> {
  const { byId, history } = useHistory(index.park.id, {
    points,
    fromMs: atMs - QUARTER_MS,
    toMs: atMs,
    stepMs: QUARTER_MS,
    anchored: true,
  })
  return useMemo(() => {
    const values = new Map<string, number>()
    if (!history) return values
    const grid = { fromMs: Date.parse(history.from), stepMs: history.stepMs }
    for (const [id, series] of byId) {
      const value = registerSamples(series, grid).at(-1)?.value ?? null
      if (value !== null) values.set(id, value)
    }
    return values
  }, [byId, history])
}

/** Growth of registers between two instants; every one of them is needed. */
export function growthBetween(
  ids: readonly (string | null)[],
  from: ReadonlyMap<string, number>,
  to: ReadonlyMap<string, number>,
): Outcome<number> {
  let sum = 0
  let contributing = 0
  for (const id of ids) {
    const growth = id === null ? null : registerGrowth(from.get(id) ?? null, to.get(id) ?? null)
    if (growth === null) continue
    sum += growth
    contributing += 1
  }
  const gap = coverageGap(contributing, ids.length)
  if (gap) return gap
  return enough(sum)
}
