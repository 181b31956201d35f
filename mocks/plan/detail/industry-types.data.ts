import type { Industry, RoofKind } from '../../../src/contract/collections.ts'

export type Extra = 'tanks' | 'utility' | 'basins' | 'silos' | 'polymer' | 'containers'

export interface IndustryType {
  hallWidthM: number
  hallLengthM: number
  gapM: number
  roof: RoofKind
  heightM: number
  extras: readonly Extra[]
  /** Halls have loading docks on one side. */
  docks: boolean
}

/** How factories of each industry are usually laid out: halls, gaps, roofs and what stands behind them. */
export const INDUSTRY_TYPES: Readonly<Record<Industry, IndustryType>> = {
  textile: hall(72, 130, 14, 'saw', 9, ['tanks', 'utility', 'basins']),
  fibre: hall(84, 150, 16, 'monitor', 14, ['polymer', 'tanks', 'utility', 'basins', 'silos']),
  food: hall(48, 100, 14, 'flat', 10, ['silos', 'utility', 'basins']),
  furniture: hall(48, 140, 16, 'monitor', 10, ['containers', 'utility']),
  electronics: hall(90, 110, 16, 'flat', 13, ['utility', 'tanks']),
  plastics: hall(42, 110, 12, 'monitor', 10, ['silos', 'containers']),
  metal: hall(60, 160, 16, 'monitor', 13, ['containers', 'utility']),
  logistics: { ...hall(66, 150, 30, 'monitor', 12, []), docks: true },
  packaging: hall(44, 95, 12, 'monitor', 9, ['containers']),
}

function hall(
  hallWidthM: number,
  hallLengthM: number,
  gapM: number,
  roof: RoofKind,
  heightM: number,
  extras: readonly Extra[],
): IndustryType {
  return { hallWidthM, hallLengthM, gapM, roof, heightM, extras, docks: false }
}
