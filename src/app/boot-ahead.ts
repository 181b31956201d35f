import { likelyPark } from './config-ahead.ts'

/**
 * Starts loading the simulated park's worker, and the code that leads to it, before the page knows whether it will need
 * them. Resolves when the worker is on its way, in live builds at once: they drop it. Never rejects.
 */
export async function prepareSimulator(): Promise<void> {
  if (!__DEMO__) return
  try {
    const { prepareWorld } = await import('../../mocks/worker/open-world.ts')
    prepareWorld()
    import('../../mocks/browser.ts').catch(() => undefined)
  } catch {
    // The start asks for it again, and tells.
  }
}

/** Tells the worker which park it will most likely have to open, so that it reads its files meanwhile. Never rejects. */
export async function tellLikelyPark(): Promise<void> {
  if (!__DEMO__) return
  try {
    const [{ expectPark }, park] = await Promise.all([
      import('../../mocks/worker/open-world.ts'),
      likelyPark(location.hash),
    ])
    expectPark(park)
  } catch {
    // Nobody expects anything then: the start says which park it is.
  }
}
