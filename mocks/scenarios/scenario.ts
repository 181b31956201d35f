import type { Effect } from '../sim/events.ts'
import type { Topology } from '../sim/topology.ts'

export const SCENARIO_IDS = [
  'normal-day',
  'feeder-trip',
  'storm',
  'effluent-breach',
  'comms-loss',
  'alarm-flood',
  'late-manifest',
] as const
export type ScenarioId = (typeof SCENARIO_IDS)[number]

/** What a scenario may look at to choose its victims: the park's own assets. */
export interface ScenarioContext {
  topology: Topology
  gatewayIds: readonly string[]
  startMs: number
}

/** A scenario turns a start time into effects; it is a pure function of the park. */
export type Scenario = (context: ScenarioContext) => readonly Effect[]
