import { useCallback } from 'react'
import { create } from 'zustand'
import { getSession, type Theme } from './session-store.ts'
import { useView, type View } from './view.ts'

/** The screen that a tour left behind, with its look: Esc goes back to it. */
interface TourReturn {
  left: { view: View; theme: Theme } | null
  set: (left: TourReturn['left']) => void
}

const useReturn = create<TourReturn>((set) => ({ left: null, set: (left) => set({ left }) }))

/** Starts a tour of the park on screen, and remembers the screen as it is. */
export function useStartTour(): (tourId: string, options?: { loops?: boolean; step?: number }) => void {
  const { view, open } = useView()
  return useCallback(
    (tourId, { loops = false, step = 0 } = {}) => {
      useReturn.getState().set({ view, theme: getSession().theme })
      open('overview', { tour: { id: tourId, step, loops, speed: 1 } })
    },
    [view, open],
  )
}

/** Leaves a tour for the screen as it was; a tour that a link opened leaves to the screen of its step. */
export function useLeaveTour(): () => void {
  const { view, replace } = useView()
  return useCallback(() => {
    const { left, set } = useReturn.getState()
    set(null)
    if (left?.view.parkId !== view.parkId) {
      replace(view.screen, { tour: null, at: null })
      return
    }
    const { screen, parkId: _, ...was } = left.view
    getSession().setTheme(left.theme)
    replace(screen, { ...was, tour: null })
  }, [view, replace])
}
