import { firstPicture } from './first-picture.ts'
import { interceptInPage } from './in-page.ts'
import { openWorld } from './worker/open-world.ts'
import { WorldClient } from './worker/world-client.ts'
import type { WorldSettings } from './worker/world-messages.ts'

declare global {
  /** The simulated network of a demo page: lets a test cut it or put faults on it. Lives in a worker, so all is async. */
  var parkscopeMock: WorldClient | undefined
}

/** Starts the simulated park and puts it behind this page's network. Call before the first request. */
export async function startMockNetwork(settings: WorldSettings): Promise<void> {
  const client = new WorldClient(await openWorld(settings))
  globalThis.parkscopeMock = client
  interceptInPage(client)
  void firstPicture().then(() => client.drawn())
}
