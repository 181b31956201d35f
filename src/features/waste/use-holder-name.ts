import { useCallback, useMemo } from 'react'
import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useLocale } from '../../i18n/format.ts'

/** Whose a container is: the tenant of its plot, otherwise the place it belongs to. */
export function useHolderName(index: ParkIndex): (asset: Asset) => string {
  const locale = useLocale()
  const byPlot = useMemo(
    () => new Map(index.tenants.flatMap(({ plotIds, name }) => plotIds.map((id) => [id, name] as const))),
    [index],
  )
  return useCallback(
    (asset: Asset) => {
      const tenant = asset.plotId === null ? undefined : byPlot.get(asset.plotId)
      if (tenant !== undefined) return tenant
      const site = index.assets.find(({ siteId, name }) => siteId !== null && siteId === asset.siteId && name !== null)
      return site?.name?.[locale] ?? asset.code
    },
    [index, byPlot, locale],
  )
}
