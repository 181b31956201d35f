import type { TourStep } from '../../contract/tours.ts'

/** What a park has, as far as a tour can name it. */
export interface TourPlaces {
  parkId: string
  plotIds: ReadonlySet<string>
  siteIds: ReadonlySet<string>
  assetIds: ReadonlySet<string>
  tenantIds: ReadonlySet<string>
  /** Null while the network has not been read: edges then count as there. */
  edgeIds: ReadonlySet<string> | null
}

/** What keeps a step from being shown, by field; null where nothing does. */
export type StepFault = { field: 'selection'; missing: string } | null

/**
 * Whether a park has what a step shows. Unit: none. Never fails. Source: product.md 13 ("survives missing data").
 */
export function stepFault({ selection }: Pick<TourStep, 'selection'>, places: TourPlaces): StepFault {
  if (selection === null) return null
  const { type, id } = selection
  const isThere =
    type === 'park'
      ? id === places.parkId
      : type === 'plot'
        ? places.plotIds.has(id)
        : type === 'site'
          ? places.siteIds.has(id)
          : type === 'asset'
            ? places.assetIds.has(id)
            : type === 'tenant'
              ? places.tenantIds.has(id)
              : (places.edgeIds?.has(id) ?? true)
  return isThere ? null : { field: 'selection', missing: `${type}:${id}` }
}
