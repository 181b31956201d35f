import { createContext, useContext } from 'react'

/** The park could not be loaded. */
export interface ParkProblem {
  error: unknown
  retry: () => void
}

export const ParkProblemContext = createContext<ParkProblem | null>(null)

export function useParkProblem(): ParkProblem | null {
  return useContext(ParkProblemContext)
}
