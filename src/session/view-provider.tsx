import { useInsertionEffect, useRef, useState, type ReactNode } from 'react'
import {
  InstantContext,
  ParkIdContext,
  ViewActionsContext,
  ViewContext,
  type ViewActions,
  type ViewHandle,
} from './view.ts'

/**
 * Offers the view to what is inside. Park, instant and actions also go by themselves: hundreds of marks and rows read
 * them, and what is picked or folded must not draw those anew.
 */
export function ViewProvider({ value, children }: { value: ViewHandle; children: ReactNode }) {
  const actions = useLastingActions(value)
  return (
    <ViewContext value={value}>
      <ViewActionsContext value={actions}>
        <ParkIdContext value={value.view.parkId}>
          <InstantContext value={value.view.at}>{children}</InstantContext>
        </ParkIdContext>
      </ViewActionsContext>
    </ViewContext>
  )
}

/** Actions that stay the same objects and start from what is on screen when they are called. */
function useLastingActions(handle: ViewHandle): ViewActions {
  const latest = useRef(handle)
  useInsertionEffect(() => {
    latest.current = handle
  })
  const [actions] = useState<ViewActions>(() => ({
    patch: (...args) => latest.current.patch(...args),
    select: (...args) => latest.current.select(...args),
    open: (...args) => latest.current.open(...args),
    replace: (...args) => latest.current.replace(...args),
    openPark: (...args) => latest.current.openPark(...args),
  }))
  return actions
}
