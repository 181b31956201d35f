import { startTransition, Suspense, useEffect, useReducer, type ComponentType, type ReactNode } from 'react'

/** Parts whose code did not come, with what lets them ask for it again. */
const failed = new Set<() => void>()

interface Meanwhile {
  /** What stands in the place until the code and the first texts are there. */
  meanwhile?: ReactNode
}

export interface LazyPart<P> {
  (props: P & Meanwhile): ReactNode
  /** Starts the download. Never rejects: a failure is told by the part when it is drawn. */
  preload: () => Promise<void>
}

/**
 * A component whose code comes in a chunk of its own.
 *
 * React's `lazy` remembers a failed download for as long as the page lives; this one can be asked again by
 * `rearmLazyParts`. Browsers that remember it too need another page, which the page then wishes for (`missing-part`). What replaces a fallback of React's is held back until 300 ms after the fallback came, however
 * soon the code is there: here the part itself stands in for its code, and what comes replaces it at once.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let Loaded: ComponentType<P> | null = null
  let failure: { error: unknown } | null = null
  let coming: Promise<void> | null = null

  async function fetchCode(): Promise<void> {
    try {
      Loaded = await load()
    } catch (error) {
      failure = { error }
      failed.add(() => {
        failure = null
        coming = null
      })
    }
  }

  function preload(): Promise<void> {
    coming ??= fetchCode()
    return coming
  }

  function Part(props: P & Meanwhile) {
    const [, draw] = useReducer((count: number) => count + 1, 0)
    const Drawn = Loaded
    const isThere = Drawn !== null
    if (!isThere) void preload()
    useEffect(() => {
      if (isThere) return undefined
      let isHere = true
      const drawWhenThere = async (): Promise<void> => {
        await preload()
        if (isHere) startTransition(draw)
      }
      void drawWhenThere()
      return () => {
        isHere = false
      }
    }, [isThere])
    if (failure) throw failure.error
    const { meanwhile = null } = props
    return <Suspense fallback={meanwhile}>{Drawn === null ? meanwhile : <Drawn {...props} />}</Suspense>
  }
  return Object.assign(Part, { preload })
}

/** Lets every part that failed to load be loaded again when it is drawn next. */
export function rearmLazyParts(): void {
  for (const rearm of failed) rearm()
  failed.clear()
}
