import type { Config } from './config.ts'
import { parkOfHash } from './query-client.ts'

/*
 * With `boot-ahead.ts` the only place of the product that knows of the simulated park. Live builds drop the branches with
 * the imports in them.
 */

/** Whether the park of this page runs beside it and not on a server. */
export const isSimulated = (config: Config): boolean => __DEMO__ && config.apiBaseUrl === null

/** Starts the simulated park when no server is configured. */
export async function startSimulator(config: Config): Promise<void> {
  if (!__DEMO__) return
  if (config.apiBaseUrl !== null) return dropSimulator()
  const { startMockNetwork } = await import('../../mocks/browser.ts')
  await startMockNetwork({ ...config.simulation, park: parkOfHash(location.hash, config) })
}

/** What was loaded ahead goes away; requests to a real server do not wait for that. */
function dropSimulator(): void {
  import('../../mocks/worker/open-world.ts').then(({ dropWorld }) => dropWorld()).catch(() => undefined)
}
