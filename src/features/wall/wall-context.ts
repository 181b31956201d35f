import { createContext, useContext } from 'react'
import type { WallLayout } from '../../domain/wall/layout.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { KpiView } from '../../live/use-kpis.ts'

/** What every scene has from the start: the frame keeps it, so that no scene waits for it. */
export interface WallData {
  layout: WallLayout
  index: ParkIndex
  kpis: ReadonlyMap<KpiView['definition']['id'], KpiView>
  /** Parks of the configuration, for the scene of all of them. */
  parkIds: readonly string[]
  theme: 'room-dark' | 'room-light'
}

export const WallContext = createContext<WallData | null>(null)

export function useWall(): WallData {
  const data = useContext(WallContext)
  if (!data) throw new Error('useWall needs the wall around it')
  return data
}
