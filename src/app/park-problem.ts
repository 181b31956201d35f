import { createContext, useContext } from 'react'

/** The park could not be loaded. */
export interface ParkProblem {
  error: unknown
  retry: () => void
}

/** Whether something of the park was asked for and has not been answered; it is still being tried. */
export const UnansweredContext = createContext(false)

export function useUnanswered(): boolean {
  return useContext(UnansweredContext)
}

export const ParkProblemContext = createContext<ParkProblem | null>(null)

export function useParkProblem(): ParkProblem | null {
  return useContext(ParkProblemContext)
}
