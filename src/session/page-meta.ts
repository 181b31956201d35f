import { createContext, useContext, useEffect } from 'react'

/** Lets a page say what stands beside its title: what is counted, over which period. */
export const PageMetaContext = createContext<(meta: string) => void>(() => undefined)

/** Puts a line beside the title of the page for as long as the page is open. */
export function usePageMeta(meta: string): void {
  const set = useContext(PageMetaContext)
  useEffect(() => {
    set(meta)
    return () => set('')
  }, [set, meta])
}
