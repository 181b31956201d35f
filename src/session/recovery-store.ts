import { useEffect } from 'react'
import { create } from 'zustand'
import type { Conditions, Reload, ReloadCause, WaitingFor } from '../domain/recovery/ladder.ts'
import { isBeyondRebuild, withLoss } from '../domain/recovery/map-losses.ts'

interface RecoveryStore {
  /** Wishes for a new page that the ladder has not taken yet. */
  wishes: readonly ReloadCause[]
  conditions: Conditions
  /** The reload that is coming and what it waits for. */
  waiting: { cause: ReloadCause; for: WaitingFor } | null
  /** Last reload that the product made by itself, null for none in this tab. */
  last: Reload | null
  /** Longest time that the page did not answer since it was opened, milliseconds. */
  frozenMs: number
}

/** What is known about this page's health. The ladder itself runs in `recovery.ts`. */
export const useRecovery = create<RecoveryStore>(() => ({
  wishes: [],
  conditions: { unsaved: false, unattended: false, unacknowledged: false, quiet: false },
  waiting: null,
  last: null,
  frozenMs: 0,
}))

/** Asks for a new page. It comes when the server is there and nothing would be lost, or never. */
export function wishReload(cause: ReloadCause): void {
  useRecovery.setState(({ wishes }) => (wishes.includes(cause) ? {} : { wishes: [...wishes, cause] }))
}

/** Says what a reload has to respect. */
export function setConditions(changed: Partial<Conditions>): void {
  const { conditions } = useRecovery.getState()
  const next = { ...conditions, ...changed }
  const same = Object.entries(next).every(([name, value]) => Reflect.get(conditions, name) === value)
  if (!same) useRecovery.setState({ conditions: next })
}

let forms = 0

/** While `open` is true the page is never reloaded by itself: something is written that the server does not have. */
export function useUnsaved(open = true): void {
  useEffect(() => {
    if (!open) return undefined
    forms += 1
    setConditions({ unsaved: true })
    return () => {
      forms -= 1
      setConditions({ unsaved: forms > 0 })
    }
  }, [open])
}

let unattendedParts = 0

/** Says for the life of the page that nobody sits in front of it. */
export function markUnattended(): void {
  unattendedParts += 1
  setConditions({ unattended: true })
}

/** For pages that nobody sits in front of, such as a wall: they may reload themselves to stay alive. */
export function useUnattended(): void {
  useEffect(() => {
    unattendedParts += 1
    setConditions({ unattended: true })
    return () => {
      unattendedParts -= 1
      setConditions({ unattended: unattendedParts > 0 })
    }
  }, [])
}

let mapLosses: readonly number[] = []
let mapState = ''

/** Notes what the map says of itself: lost too often or for good, only a new page brings it back. */
export function noteMapState(state: string, nowMs: number): void {
  if (state === 'recovering' && mapState !== state) mapLosses = withLoss(mapLosses, nowMs)
  mapState = state
  if (state === 'failed' || (state === 'recovering' && isBeyondRebuild(mapLosses))) wishReload('map-lost')
}
