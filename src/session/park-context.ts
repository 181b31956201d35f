import { createContext, useContext } from 'react'
import type { ParkIndex } from '../domain/network/park-index.ts'

export const ParkContext = createContext<ParkIndex | null>(null)

/** Park, assets, points and tenants with their indexes; null until they have arrived. */
export function useParkIndex(): ParkIndex | null {
  return useContext(ParkContext)
}
