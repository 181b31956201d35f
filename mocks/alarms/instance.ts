import type { AlarmRationale, SuppressionRule } from '../../src/contract/alarm-definitions.ts'
import type { QualityName } from '../../src/contract/quality.ts'
import type { Asset, Point } from '../../src/contract/resources.ts'
import type { AlarmRecord, AlarmSpec } from '../../src/domain/alarms/alarm-record.ts'
import type { Sample, World } from '../sim/world.ts'

/** What a judge may ask about the park at the instant that is evaluated. */
export interface Reader {
  readonly nowMs: number
  readonly world: World
  /** The sample of a point as the server reports it now: fresh, held or lost. */
  sampleOf(index: number): Sample
  /** Gateways that do not answer now. */
  isLost(gatewayId: string | null): boolean
}

/** What a judge found. `condition` is null when it cannot be judged. */
export interface Judgement {
  condition: boolean | null
  value: number | null
  quality: QualityName
  sourceMs: number
  suppressedBy: SuppressionRule | null
}

/** Judges one alarm; `was` says whether its condition held before (for the deadband). */
export type Judge = (reader: Reader, was: boolean) => Judgement

/** Where a definition watches: one asset or the park, how it is judged and what it is compared with. */
export interface Watch {
  asset: Asset | null
  point: Point | null
  judge: Judge
  limit: number | null
  /** How often it is judged, milliseconds; 0 for every tick. */
  everyMs: number
  /** Plant part for the first-out flag. */
  group: string | null
}

/** One alarm of the park with its state. */
export interface AlarmInstance extends Watch {
  readonly id: string
  readonly definition: AlarmRationale
  readonly spec: AlarmSpec
  readonly severity: number
  record: AlarmRecord
  judgement: Judgement
  /** When it is judged next. */
  dueMs: number
  /** Share of its period that it waits after the first time. */
  readonly turn: number
  eventId: string
  rev: number
  receiveMs: number
  /** Levels of the escalation that were reached since it called last. */
  escalated: number
  escalatedMs: number
  /** Activations of the last day, oldest first. */
  activations: number[]
  /** Client that gave the last command. */
  client: string | null
}
