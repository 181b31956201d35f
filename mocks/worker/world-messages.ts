import type { HttpFault, LiveFault } from '../faults.ts'
import type { LiveMessage } from '../live-encoder.ts'
import type { ScenarioId } from '../scenarios/scenario.ts'

/*
 * What the page and the world say to each other over a message port. Only plain data crosses; bytes are moved, not
 * copied.
 */

export interface WorldSettings {
  seed: number
  scenario: ScenarioId
  /** How many times faster than real time the simulated park runs. */
  speed: number
  /** The park that the page opens with: it is made ready before it is asked for. */
  park: string | null
}

/** What a test may do to the simulated network and its parks. */
export type WorldControl =
  | { name: 'cut'; durationMs: number }
  | { name: 'restore' }
  | { name: 'faults'; http: readonly HttpFault[]; live: readonly LiveFault[] }
  | { name: 'send-live'; message: LiveMessage }
  | { name: 'emit'; parkId: string; event: string; data: Record<string, unknown> }

export type ToWorld =
  /** A park that the page will most likely open. Before `start`, if at all. */
  | { kind: 'expect'; park: string }
  | { kind: 'start'; settings: WorldSettings }
  | { kind: 'ask'; id: number; url: string; method: string; headers: [string, string][]; body: string | null }
  | { kind: 'abort'; id: number }
  /** The page has drawn what people look at first. */
  | { kind: 'drawn' }
  | { kind: 'open'; link: number; ticket: string | null }
  | { kind: 'say'; link: number; data: unknown }
  | { kind: 'leave'; link: number }
  | { kind: 'control'; id: number; control: WorldControl }

export type FromWorld =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; status: number; headers: [string, string][]; body: ArrayBuffer }
  /** The request got no answer: the network is cut, or nobody waits any more. */
  | { kind: 'failed'; id: number; detail: string }
  | { kind: 'message'; link: number; data: LiveMessage }
  | { kind: 'closed'; link: number; code: number; reason: string }
  | { kind: 'done'; id: number }

/** One end of the channel: a worker, a worker's own scope, or a message port. */
export interface WorldPort<Out, In> {
  postMessage(message: Out, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<In>) => void): void
}
