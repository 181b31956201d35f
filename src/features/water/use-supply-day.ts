import { useMemo, useState } from 'react'
import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset } from '../../contract/resources.ts'
import { wastewaterBalance, waterBalance, type NamedBalance } from '../../domain/balance/balance-kinds.ts'
import type { BalanceTerm } from '../../domain/balance/balance-term.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { notEnough, ratioOf, type Outcome } from '../../domain/statistics/outcome.ts'
import { volumeOf, volumeTerm } from '../../domain/water/flow-terms.ts'
import { accuracyOf } from '../../domain/water/meter-classes.data.ts'
import { pointsOf } from '../../domain/water/plant-units.ts'
import { tankGrowth, tankVolume } from '../../domain/water/storage.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { useUsualVolumes } from './use-usual.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

export interface SupplyDay {
  water: NamedBalance
  wastewater: NamedBalance
  /** Electricity of the water plants over what they supplied. */
  kwhPerM3: Outcome<number>
  /** The 24 hours of the balances. */
  fromMs: number
  toMs: number
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** Balances of the whole park over the last 24 whole hours, from one question of hourly buckets. */
export function useSupplyDay(index: ParkIndex): SupplyDay {
  const endMs = useServerNow(HOUR_MS)
  // One hour more: its end is the level of the tanks at the start.
  const fromMs = endMs - (DAY_HOURS + 1) * HOUR_MS
  const of = useMemo(() => {
    const kind = (wanted: AssetKind): readonly Asset[] => index.assets.filter((asset) => asset.kind === wanted)
    const points = (wanted: AssetKind, point: PointKind) => pointsOf(index, kind(wanted), point)
    return {
      sources: points('water-plant', 'flow'),
      power: points('water-plant', 'active-power'),
      tenants: points('water-meter', 'flow'),
      inflow: points('wastewater-plant', 'flow'),
      discharges: points('sewer-meter', 'flow'),
      levels: points('water-tank', 'level-percent'),
    }
  }, [index])
  const points = useMemo(() => Object.values(of).flatMap((list) => list.map(({ id }) => id)), [of])
  const { history, byId, isLoading, error, retry } = useHistory(index.park.id, {
    points,
    fromMs,
    toMs: endMs,
    stepMs: HOUR_MS,
  })
  const metered = useMemo(
    () => [...of.sources, ...of.tenants, ...of.inflow, ...of.discharges].map(({ id }) => id),
    [of],
  )
  const [isNegative, setIsNegative] = useState(false)
  const usual = useUsualVolumes(index, metered, endMs, isNegative)
  const day = useMemo(() => {
    const shownFromMs = history ? Date.parse(history.from) : fromMs
    const last = history ? Math.round((Date.parse(history.to) - shownFromMs) / HOUR_MS) : 0
    const period = { first: last - DAY_HOURS, last }
    const terms = (list: readonly { id: string }[], kind: AssetKind): BalanceTerm[] =>
      list.map(({ id }) =>
        volumeTerm(id, byId.get(id), HOUR_MS, {
          accuracyPercent: accuracyOf(kind),
          usual: usual.get(id) ?? null,
          ...period,
        }),
      )
    const growth = of.levels.map(({ id, assetId }): BalanceTerm => {
      const series = byId.get(id)
      const tank = index.assetById.get(assetId)
      const before = series?.last[period.first - 1] ?? null
      const after = series?.last[period.last - 1] ?? null
      const grown = tankGrowth(before, after, tank ? tankVolume(tank) : null)
      return {
        id,
        reading: grown.ok ? { value: grown.value, quality: 'Good', freshness: 'live' } : null,
        accuracyPercent: 1,
        usual: null,
      }
    })
    const kwh = sum(of.power.map(({ id }) => volumeOf(byId.get(id), HOUR_MS, period.first, period.last)))
    const m3 = sum(of.sources.map(({ id }) => volumeOf(byId.get(id), HOUR_MS, period.first, period.last)))
    return {
      water: waterBalance({
        sources: terms(of.sources, 'water-plant'),
        tenants: terms(of.tenants, 'water-meter'),
        handedOn: [],
        tankGrowth: growth,
      }),
      wastewater: wastewaterBalance({
        plantInflow: terms(of.inflow, 'wastewater-plant'),
        discharges: terms(of.discharges, 'sewer-meter'),
      }),
      fromMs: shownFromMs + period.first * HOUR_MS,
      toMs: shownFromMs + period.last * HOUR_MS,
      kwhPerM3: kwh === null || m3 === null ? notEnough('no-data') : ratioOf(kwh, m3),
      isLoading,
      error,
      retry,
    }
  }, [history, byId, of, index, fromMs, usual, isLoading, error, retry])
  const hasNegative = [day.water, day.wastewater].some(
    ({ residual }) => residual.ok && residual.value.verdict === 'negative',
  )
  if (hasNegative !== isNegative) setIsNegative(hasNegative)
  return day
}

function sum(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null
  return values.reduce((total: number | null, value) => (total === null || value === null ? null : total + value), 0)
}
