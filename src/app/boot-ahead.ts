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
