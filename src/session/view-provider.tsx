import type { ReactNode } from 'react'
import { InstantContext, ParkIdContext, ViewContext, type ViewHandle } from './view.ts'

/**
 * Offers the view to what is inside. Park and instant also go by themselves: hundreds of marks and rows read them, and
 * what is picked or folded must not draw those anew.
 */
export function ViewProvider({ value, children }: { value: ViewHandle; children: ReactNode }) {
  return (
    <ViewContext value={value}>
      <ParkIdContext value={value.view.parkId}>
        <InstantContext value={value.view.at}>{children}</InstantContext>
      </ParkIdContext>
    </ViewContext>
  )
}
