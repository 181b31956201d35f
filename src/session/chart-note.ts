import { createContext, useContext } from 'react'

/** What a note about a chart keeps: its name, the window on screen, and the point that it draws where it is one point. */
export interface ChartNote {
  title: string
  fromMs: number
  toMs: number
  pointId: string | null
}

/** Opens the form of a log entry about a chart; null where nothing can be written, as on a wall. */
export const ChartNoteContext = createContext<((note: ChartNote) => void) | null>(null)

/** See {@link ChartNoteContext}. */
export function useChartNote(): ((note: ChartNote) => void) | null {
  return useContext(ChartNoteContext)
}
