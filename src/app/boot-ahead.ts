import { likelyPark } from './config-ahead.ts'

/**
 * Starts loading the simulated park's worker, and the code that leads to it, before the page knows whether it will need
 * them. Resolves when the worker is on its way, in live builds at once: they drop it. Never rejects.
 */
export async function prepareSimulator(): Promise<void> {
  if (!__DEMO__) return
  try {
    const { expectPark, prepareWorld } = await import('../../mocks/worker/open-world.ts')
    prepareWorld()
    void likelyPark(location.hash).then(expectPark)
    import('../../mocks/browser.ts').catch(() => undefined)
  } catch {
    // The start asks for it again, and tells.
  }
}
