import { WorldHost } from '../../mocks/world-host.ts'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { alarmEventSchema } from '../../src/contract/alarms.ts'
import { type AlarmRecord, type AlarmSpec, newRecord } from '../../src/domain/alarms/alarm-record.ts'
import { stepAlarm } from '../../src/domain/alarms/step.ts'
import { type ImpactPark, impactOf } from '../../src/domain/network/impact.ts'
import { buildNetworkGraph } from '../../src/domain/network/supply-graph.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

const ALARMS = 5000
const TICKS = 400
const ROUNDS = 5
const WARM_UP = 50
/** Looks at the world within one tick of a second, as `WorldHost` has them. */
const LOOK_MS = 250
const LARGEST_PARK = 'bau-bang'
const START_MS = Date.UTC(2026, 10, 20, 3)
const SPEC: AlarmSpec = { onDelayMs: 5000, offDelayMs: 5000, latching: false, ackRequired: true, reAlarmMs: null }

function p98Of(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.98))] ?? Number.NaN
}

/** Least of several rounds, place by place: what other processes take of one round they do not take of all. */
function leastOf(rounds: readonly (readonly number[])[]): number[] {
  const [first = []] = rounds
  return first.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Number.NaN)))
}

/** One tick of 5,000 alarms: most stand still, one in fifty changes its condition each second. */
function engineTicks(): number[] {
  const records: AlarmRecord[] = Array.from({ length: ALARMS }, () => newRecord(700))
  const times: number[] = []
  for (let tick = 0; tick < TICKS; tick++) {
    const nowMs = START_MS + tick * 1000
    const before = performance.now()
    for (let k = 0; k < ALARMS; k++) {
      const record = records[k]
      if (!record) continue
      const condition = (k + tick) % 50 < 1 ? !record.raw : record.raw
      const input = { nowMs, sourceMs: nowMs, condition, severity: 700, suppressedBy: null }
      records[k] = stepAlarm(record, SPEC, input).record
    }
    if (tick >= WARM_UP) times.push(performance.now() - before)
  }
  return times
}

/** The storm of 2,000 alarms in the largest park: cost of a tick, and how long each condition takes to its frame. */
async function stormTicks(): Promise<{ ticks: number[]; delays: number[]; lines: number }> {
  let nowMs = START_MS
  const host = new WorldHost({
    parkIds: [LARGEST_PARK],
    openPark,
    createWorld,
    seed: 1,
    scenario: 'alarm-flood',
    clock: () => nowMs,
    randomId: createCountedId(),
    checkAnswers: false,
    tickMs: 2 ** 30,
    alarmHistoryMs: 10 * 60_000,
  })
  const { board } = await host.alarms(LARGEST_PARK)
  const park = await host.park(LARGEST_PARK)
  park.resume()
  const delays: number[] = []
  let before = 0
  park.listen((item) => {
    if (item.kind !== 'event') return
    // As an encoder sends it, parsed on the other side.
    const { entries } = alarmEventSchema.parse(JSON.parse(JSON.stringify(item.data)))
    const workMs = performance.now() - before
    for (const { event, time } of entries) if (event === 'ACTIVATED') delays.push(nowMs - Date.parse(time) + workMs)
  })
  const ticks: number[] = []
  for (let look = 1; look <= (61 * 1000) / LOOK_MS; look++) {
    nowMs += LOOK_MS
    before = performance.now()
    if (look % (1000 / LOOK_MS) === 0) park.tick()
    else park.look()
    ticks.push(performance.now() - before)
  }
  return { ticks, delays, lines: board.journal.lastSeq }
}

/** Who is affected, for every feeder, district and lift station of the largest park. */
async function impactTimes(): Promise<number[]> {
  const files = openPark(LARGEST_PARK)
  const [model, nodes, edges] = await Promise.all([
    files.core(),
    files.collection('network-nodes'),
    files.collection('network-edges'),
  ])
  const graph = buildNetworkGraph(nodes, edges)
  const park: ImpactPark = {
    assetById: new Map(model.assets.map((asset) => [asset.id, asset])),
    tenantById: new Map(model.tenants.map((tenant) => [tenant.id, tenant])),
    assetsByPlace: new Map(),
  }
  const chosen = model.assets.filter(({ kind }) =>
    ['feeder', 'district-meter', 'lift-station', 'substation'].includes(kind),
  )
  for (const { id } of chosen) impactOf(graph, park, id)
  const round = (): number[] =>
    chosen.map(({ id }) => {
      const before = performance.now()
      impactOf(graph, park, id)
      return performance.now() - before
    })
  return leastOf(Array.from({ length: ROUNDS }, round))
}

/** Alarms on the server's side. Engine and impact as the least of some rounds, the way to the frame as clocks see it. */
export async function benchAlarms(): Promise<Row[]> {
  const engine = leastOf(Array.from({ length: ROUNDS }, engineTicks))
  const storm = await stormTicks()
  const impact = await impactTimes()
  const group = 'alarms'
  const rounds = `least of ${ROUNDS} rounds`
  const note = `${storm.delays.length} alarms, ${storm.lines} journal lines, looks every ${LOOK_MS} ms`
  return [
    { group, name: '5,000 alarms a tick, median', value: medianOf(engine), unit: 'ms', target: 5, note: rounds },
    { group, name: '5,000 alarms a tick, p98', value: p98Of(engine), unit: 'ms', target: 5, note: rounds },
    { group, name: 'condition to frame, median', value: medianOf(storm.delays), unit: 'ms', target: 500, note },
    { group, name: 'condition to frame, p98', value: p98Of(storm.delays), unit: 'ms' },
    { group, name: 'look at the park in a storm, median', value: medianOf(storm.ticks), unit: 'ms' },
    { group, name: 'look at the park in a storm, p98', value: p98Of(storm.ticks), unit: 'ms' },
    { group, name: 'impact of one failure, median', value: medianOf(impact), unit: 'ms', target: 5, note: rounds },
    { group, name: 'impact of one failure, p98', value: p98Of(impact), unit: 'ms', target: 5, note: rounds },
  ]
}
