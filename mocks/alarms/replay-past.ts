import { applyAction } from '../../src/domain/alarms/alarm-command.ts'
import { priorityOfSeverity } from '../../src/domain/alarms/priority.ts'
import type { BackgroundLane } from '../background-lane.ts'
import { streamOf, unitOf } from '../sim/hash.ts'
import type { AlarmBoard } from './alarm-board.ts'
import { type Crew, type SampleAt, bringTo } from './between-looks.ts'
import type { AlarmInstance } from './instance.ts'

/** The past is looked at this coarsely, at the same instants whenever the park is opened. */
const STEP_MS = 5 * 60_000
const REMARK = 'Đã xem, đang xử lý'

export interface PastSpan {
  fromMs: number
  toMs: number
  /** From here on nobody acknowledges: what the scenario brings is for whoever sits at the screen. */
  crewUntilMs: number
}

/**
 * Lets the alarms of the last hours happen: the same engine over the same world, with a crew of the simulation that
 * acknowledges after a while. Every run of the same world gives the same journal.
 */
export async function replayPast(
  board: AlarmBoard,
  lane: BackgroundLane,
  sampleAt: SampleAt,
  { fromMs, toMs, crewUntilMs }: PastSpan,
): Promise<void> {
  const crew = crewOf(board, crewUntilMs)
  const first = Math.ceil(fromMs / STEP_MS) * STEP_MS
  for (let t = first; t < toMs; t += STEP_MS) {
    bringTo(board, t, sampleAt, crew)
    await lane.breathe()
  }
  bringTo(board, toMs, sampleAt, crew)
  board.settle(toMs)
}

/** Acknowledges P1 and P2 within some minutes, the rest when it has time. */
function crewOf(board: AlarmBoard, untilMs: number): Crew {
  return {
    ackMs(instance) {
      const dueMs = board.calls(instance) ? ackMs(instance) : Number.POSITIVE_INFINITY
      return dueMs <= untilMs ? dueMs : Number.POSITIVE_INFINITY
    },
    acknowledge(instance, atMs) {
      const priority = priorityOfSeverity(instance.record.severity)
      const comment = priority === 'P1' || priority === 'P2' ? REMARK : null
      const stepped = applyAction(instance.record, instance.spec, { method: 'acknowledge', comment }, 'operator', atMs)
      if (stepped) board.take(instance, stepped, atMs, 'simulation')
    },
  }
}

function ackMs({ id, record: { severity, changeMs } }: AlarmInstance): number {
  const priority = priorityOfSeverity(severity)
  const longestS = priority === 'P1' ? 80 : priority === 'P2' ? 200 : 900
  return changeMs + 1000 * (12 + longestS * unitOf(streamOf(1, `${id} ${changeMs}`), 0) ** 2)
}
