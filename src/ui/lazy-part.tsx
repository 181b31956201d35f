import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** Parts whose code did not come, with what lets them ask for it again. */
const failed = new Set<() => void>()

/**
 * A component whose code comes in a chunk of its own. `lazy` alone remembers a failed download for as long as the page
 * lives; this one can be asked again by `rearmLazyParts`.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: LazyExoticComponent<ComponentType<P>> = arm()
  function arm(): LazyExoticComponent<ComponentType<P>> {
    return lazy(async () => {
      try {
        return { default: await load() }
      } catch (error) {
        failed.add(() => {
          Part = arm()
        })
        throw error
      }
    })
  }
  return function LazyPart(props: P) {
    return <Part {...props} />
  }
}

/** Lets every part that failed to load be loaded again when it is drawn next. */
export function rearmLazyParts(): void {
  for (const rearm of failed) rearm()
  failed.clear()
}
