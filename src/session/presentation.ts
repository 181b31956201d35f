import { createContext, useContext } from 'react'

/** Whom a screen is laid out for: the desk, a wall, or a delegation. */
export const LAYOUTS = ['desk', 'wall', 'tour'] as const
export type Layout = (typeof LAYOUTS)[number]

/** Set by `Presentation` (src/ui), which also sees to the tenants' names. */
export const PresentationContext = createContext<Layout>('desk')

export function usePresentation(): Layout {
  return useContext(PresentationContext)
}
