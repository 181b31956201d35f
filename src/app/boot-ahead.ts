/** Starts loading the simulated park's worker before the page knows whether it will need it. Live builds drop it. */
export function prepareSimulator(): void {
  if (!__DEMO__) return
  import('../../mocks/worker/open-world.ts').then(({ prepareWorld }) => prepareWorld()).catch(() => undefined)
}
