import { create } from 'zustand'

/** Why a replay has ended by itself, or did not begin. */
export type TimeNotice = 'future' | 'caught-up'

interface TimeNoticeStore {
  notice: TimeNotice | null
  set: (notice: TimeNotice | null) => void
}

/** A word about the time on screen that stays until it is read. */
export const useTimeNotice = create<TimeNoticeStore>((set) => ({
  notice: null,
  set: (notice) => set({ notice }),
}))
