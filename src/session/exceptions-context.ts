import { createContext, useContext } from 'react'
import type { ExceptionItem } from '../domain/exceptions/exceptions.ts'

/** Exceptions now; null until the first readings have arrived. */
export const ExceptionsContext = createContext<readonly ExceptionItem[] | null>(null)

export function useExceptions(): readonly ExceptionItem[] | null {
  return useContext(ExceptionsContext)
}
