import { create } from 'zustand'
import type { Tour } from '../contract/tours.ts'

/** Id under which the tour that is being written plays. */
export const DRAFT_ID = 'draft'

/** The tour that is being written at this desk. It lasts as long as the page; a file keeps it. */
interface TourDraft {
  /** Park whose views it records. */
  parkId: string | null
  tour: Tour | null
  /** It holds something that no file has: the page must not go. */
  isChanged: boolean
  /** Every screen offers to record its view. */
  records: boolean
  /** Begins with a tour that exists elsewhere, or with an empty one. */
  begin: (parkId: string, tour: Tour) => void
  change: (parkId: string, tour: Tour) => void
  /** A file has it now. */
  kept: () => void
  setRecords: (records: boolean) => void
  drop: () => void
}

const NOTHING = { parkId: null, tour: null, isChanged: false, records: false }

export const useTourDraft = create<TourDraft>((set) => ({
  ...NOTHING,
  begin: (parkId, tour) => set({ parkId, tour, isChanged: false }),
  change: (parkId, tour) => set({ parkId, tour, isChanged: true }),
  kept: () => set({ isChanged: false }),
  setRecords: (records) => set({ records }),
  drop: () => set(NOTHING),
}))
