import type { AlarmDefinition, AlarmRationale } from '../../src/contract/alarm-definitions.ts'
import { ALARM_EVENT } from '../../src/contract/alarms.ts'
import { buildNetworkGraph } from '../../src/domain/network/supply-graph.ts'
import type { BackgroundLane } from '../background-lane.ts'
import { applyHold, holdStateOf } from '../hold-policy.ts'
import type { ParkHost } from '../park-host.ts'
import { zoneOffsetMs } from '../sim/civil.ts'
import type { Sample } from '../sim/world.ts'
import { AlarmBoard } from './alarm-board.ts'
import { NOBODY, bringTo } from './between-looks.ts'
import { BoardCommands } from './board-commands.ts'
import { buildInstances } from './build-instances.ts'
import { alarmCatalogue, definitionOf } from './catalogue.ts'
import type { Flood } from './flood.ts'
import { floodInstances } from './flood-instances.ts'
import { type ReadRegister, RegisterView } from './register-view.ts'
import { type PastSpan, replayPast } from './replay-past.ts'
import { watchContext } from './watch-context.ts'

/** A board that was not evaluated for longer is brought up to date before it answers. */
const FRESH_ENOUGH_MS = 1000
/** Steps in which a pause is caught up. */
const CATCH_UP_STEPS = 60

/** The alarms of one open park: board, commands and definitions. */
export interface ParkAlarms {
  readonly board: AlarmBoard
  readonly commands: BoardCommands
  readonly definitions: readonly AlarmDefinition[]
  /** Since when alarms and journal are kept. */
  readonly keptFromMs: number
  /** Evaluates and publishes with the samples that a tick has just reported. */
  tick(nowMs: number): void
  /** Brings the board up to now where no tick does. */
  catchUp(nowMs: number): void
}

export interface AlarmOptions extends PastSpan {
  /** Alarms of a load test; null for none. */
  flood: Flood | null
  readRegister: ReadRegister
}

/** Opens the alarms of a park: builds them from the catalogue and derives their past, so that what stands has begun honestly. */
export async function openParkAlarms(park: ParkHost, lane: BackgroundLane, span: AlarmOptions): Promise<ParkAlarms> {
  const catalogue = await alarmCatalogue()
  const [nodes, edges] = await Promise.all([
    park.files.collection('network-nodes'),
    park.files.collection('network-edges'),
  ])
  const registers = new RegisterView(span.readRegister)
  await registers.refresh(span.toMs)
  const context = watchContext(park.model, registers, nodes.length === 0 ? null : buildNetworkGraph(nodes, edges))
  const instances = buildInstances(context, catalogue)
  if (span.flood !== null) {
    const taken = new Set(instances.map(({ id }) => id))
    instances.push(...floodInstances(context, catalogue, taken, span.flood))
  }
  const { world } = park
  const board = new AlarmBoard({
    parkId: park.model.park.id,
    world,
    graph: context.graph,
    instances,
    links: context.assetsOf('gateway').flatMap((gateway) => {
      const at = context.pointOf(gateway.id, 'link-state')
      return at ? [{ gatewayId: gateway.id, index: at.index }] : []
    }),
    indexOf: park.indexOf,
    publish: (event) => park.emitEvent(ALARM_EVENT, { ...event }),
  })
  const past = (index: number, atMs: number): Sample => {
    const sample = world.sampleAt(index, atMs)
    const periodMs = world.points[index]?.periodMs ?? 1000
    return applyHold(sample, holdStateOf(atMs - sample.sourceTimeMs, periodMs))
  }
  await lane.run(() => replayPast(board, lane, past, span))
  return {
    board,
    commands: new BoardCommands(board, zoneOffsetMs(park.model.park.timeZone)),
    definitions: countInstances(catalogue, instances),
    keptFromMs: span.fromMs,
    tick(atMs) {
      registers.keepFresh(atMs)
      board.evaluate(atMs, (index) => park.reported(index))
      board.publish(atMs)
    },
    catchUp(atMs) {
      const gapMs = atMs - board.lastMs
      // A negative gap is a clock that was set back: the board follows it.
      if (gapMs >= 0 && gapMs < FRESH_ENOUGH_MS) return
      const stepMs = Math.max(FRESH_ENOUGH_MS, Math.ceil(gapMs / CATCH_UP_STEPS))
      for (let t = board.lastMs + stepMs; t < atMs; t += stepMs) bringTo(board, t, past, NOBODY)
      bringTo(board, atMs, past, NOBODY)
      board.publish(atMs)
    },
  }
}

function countInstances(
  catalogue: readonly AlarmRationale[],
  instances: readonly { definition: AlarmRationale }[],
): AlarmDefinition[] {
  const counts = new Map<string, number>()
  for (const { definition } of instances) counts.set(definition.id, (counts.get(definition.id) ?? 0) + 1)
  return catalogue.map((rationale) => definitionOf(rationale, counts.get(rationale.id) ?? 0))
}
