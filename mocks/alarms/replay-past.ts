import { applyAction } from '../../src/domain/alarms/alarm-command.ts'
import { isHidden } from '../../src/domain/alarms/alarm-record.ts'
import { isAcked } from '../../src/domain/alarms/base-state.ts'
import { priorityOfSeverity } from '../../src/domain/alarms/priority.ts'
import type { BackgroundLane } from '../background-lane.ts'
import { streamOf, unitOf } from '../sim/hash.ts'
import type { Sample } from '../sim/world.ts'
import type { AlarmBoard } from './alarm-board.ts'
import type { AlarmInstance } from './instance.ts'

/**
 * The past is evaluated this coarsely, at the same instants whenever the park is opened; what begins between two steps
 * begins with the sample that shows it.
 */
const STEP_MS = 5 * 60_000
const REMARK = 'Đã xem, đang xử lý'

export interface PastSpan {
  fromMs: number
  toMs: number
  /** From here on nobody acknowledges: what the scenario brings is for whoever sits at the screen. */
  crewUntilMs: number
}

/**
 * Lets the alarms of the last hours happen: the same engine over the same world, in coarse steps, with a crew of the
 * simulation that acknowledges after a while. Every run of the same world gives the same journal.
 */
export async function replayPast(
  board: AlarmBoard,
  lane: BackgroundLane,
  sampleAt: (index: number, atMs: number) => Sample,
  { fromMs, toMs, crewUntilMs }: PastSpan,
): Promise<void> {
  const first = Math.ceil(fromMs / STEP_MS) * STEP_MS
  for (let t = first; t < toMs; t += STEP_MS) {
    acknowledgeUntil(board, Math.min(t, crewUntilMs))
    board.evaluate(t, (index) => sampleAt(index, t))
    await lane.breathe()
  }
  acknowledgeUntil(board, Math.min(toMs, crewUntilMs))
  board.evaluate(toMs, (index) => sampleAt(index, toMs))
  board.settle(toMs)
}

/** What the crew had acknowledged by an instant, in order: P1 and P2 within some minutes, the rest when it has time. */
function acknowledgeUntil(board: AlarmBoard, untilMs: number): void {
  const due = board.instances
    .filter(({ record }) => !isAcked(record.state) && !isHidden(record))
    .map((instance) => ({ instance, atMs: ackMs(instance) }))
    .filter(({ atMs }) => atMs <= untilMs)
    .toSorted((a, b) => a.atMs - b.atMs)
  for (const { instance, atMs } of due) {
    const priority = priorityOfSeverity(instance.record.severity)
    const comment = priority === 'P1' || priority === 'P2' ? REMARK : null
    const stepped = applyAction(instance.record, instance.spec, { method: 'acknowledge', comment }, 'operator', atMs)
    if (stepped) board.take(instance, stepped, atMs, 'simulation')
  }
}

function ackMs({ id, record: { severity, changeMs } }: AlarmInstance): number {
  const priority = priorityOfSeverity(severity)
  const longestS = priority === 'P1' ? 80 : priority === 'P2' ? 200 : 900
  return changeMs + 1000 * (12 + longestS * unitOf(streamOf(1, `${id} ${changeMs}`), 0) ** 2)
}
