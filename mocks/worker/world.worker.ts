import { MockBackend } from '../mock-backend.ts'
import { openPark, PARK_IDS } from '../park/load-browser.ts'
import type { ParkFiles } from '../park/park-model.ts'
import { createWorld } from '../sim/world.ts'
import { WorldHost } from '../world-host.ts'
import { serveWorld } from './serve-world.ts'
import type { FromWorld, ToWorld, WorldPort, WorldSettings } from './world-messages.ts'

declare const self: DedicatedWorkerGlobalScope

declare global {
  /** Set by a page that has no worker and runs this module itself: the port to serve instead of the worker's own. */
  var parkscopeWorldPort: WorldPort<FromWorld, ToWorld> | undefined
}

/** The page draws its numbers and its map first: on two cores history would take one of them away. At most so long. */
const HEAD_START_MS = 3000

/** Files that were read before the world was started. */
const expected = new Map<string, ParkFiles>()

/** Reads a park ahead. One that is not there, or cannot be read, is told to whoever asks for it. */
function expectPark(park: string): void {
  if (!PARK_IDS.includes(park)) return
  const files = openPark(park)
  expected.set(park, files)
  files.core().catch(() => expected.delete(park))
}

function createBackend({ seed, scenario, speed, park }: WorldSettings): MockBackend {
  const startMs = Date.now()
  const host = new WorldHost({
    parkIds: PARK_IDS,
    openPark: (id) => expected.get(id) ?? openPark(id),
    createWorld,
    seed,
    scenario,
    speed,
    clock: () => startMs + (Date.now() - startMs) * speed,
    randomId: createRandomId,
    checkAnswers: false,
    polite: true,
    headStartMs: HEAD_START_MS,
  })
  if (park !== null) void host.openAhead(park)
  return new MockBackend(host)
}

/** `crypto.randomUUID` is missing on plain http; `getRandomValues` is not. */
function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

serveWorld(globalThis.parkscopeWorldPort ?? self, createBackend, expectPark)
