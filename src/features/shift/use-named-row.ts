import { useEffect, useRef, type RefObject } from 'react'
import { useView } from '../../session/view.ts'

interface NamedRow {
  ref: RefObject<HTMLLIElement | null>
  'aria-current': 'true' | undefined
}

/** Marks the row that the address names, and brings it into view. */
export function useNamedRow(id: string): NamedRow {
  const isNamed = useView().view.item === id
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNamed) ref.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isNamed])
  return { ref, 'aria-current': isNamed ? 'true' : undefined }
}
