import { useCallback, useState } from 'react'
import { usePrinting } from './use-printing.ts'

/** Longer lists draw only the rows that are in sight. */
const VIRTUAL_FROM = 40
/** Rows in sight while the height of the list is not known: those of a panel; a taller list is filled up in its next frame. */
const IN_SIGHT = 16
/** Rows that are drawn beyond each edge. */
const OVERSCAN = 8

/** Rows of a list that are drawn: from `firstAt` up to, without, `endAt`. */
export interface RowsInSight {
  /** Whether rows are left out, so that the others have to be placed. */
  isWindow: boolean
  firstAt: number
  endAt: number
  onScroll: (scrollPx: number) => void
}

/** Which rows of a long list are drawn: on paper all of them. `heightPx` is that of the scrolling box, null until it is known. */
export function useRowsInSight(count: number, rowPx: number, heightPx: number | null): RowsInSight {
  const [topRow, setTopRow] = useState(0)
  const printing = usePrinting()
  const onScroll = useCallback((scrollPx: number) => setTopRow(Math.floor(scrollPx / rowPx)), [rowPx])
  const isWindow = count > VIRTUAL_FROM && !printing
  if (!isWindow) return { isWindow, firstAt: 0, endAt: count, onScroll }
  const visible = heightPx === null || heightPx <= 0 ? IN_SIGHT : Math.ceil(heightPx / rowPx) + 1
  const seenAt = Math.max(0, Math.min(topRow, count - visible))
  const firstAt = Math.max(0, seenAt - OVERSCAN)
  return { isWindow, firstAt, endAt: Math.min(count, seenAt + visible + OVERSCAN), onScroll }
}
