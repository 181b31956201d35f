import { commsLoss } from './comms-loss.ts'
import { effluentBreach } from './effluent-breach.ts'
import { feederTrip } from './feeder-trip.ts'
import type { Scenario, ScenarioId } from './scenario.ts'
import { storm } from './storm.ts'

/** Scenarios of the simulated park by id. A normal day changes nothing. */
export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = {
  'normal-day': () => [],
  'feeder-trip': feederTrip,
  storm,
  'effluent-breach': effluentBreach,
  'comms-loss': commsLoss,
  // Nothing happens in the world: `mocks/alarms/flood-instances.ts` lets alarms come without a cause.
  'alarm-flood': () => [],
  // Paper, not physics: `mocks/registers/late-manifest.ts` lets the last copy of a manifest stay away.
  'late-manifest': () => [],
}
