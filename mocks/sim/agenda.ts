import { type AgendaItem, agendaItemSchema } from '../../src/contract/resources.ts'
import { DAY_MS, HOUR_MS, civilOf, dayNumberOf, instantText, weekdayOf } from './civil.ts'
import { lastHandover } from './waste-points.ts'
import type { WorldState } from './world-state.ts'

const PEAK_HOURS = [9.5, 17] as const
const SHIFT_HOURS = [6, 14, 22] as const

interface Draft {
  id: string
  dueMs: number
  kind: AgendaItem['kind']
  stream: AgendaItem['stream']
  params: Record<string, string | number>
  assetId: string | null
}

/** Next instant after `tMs` at one of the hours of a day that `fits`. */
function nextAt(world: WorldState, tMs: number, hours: readonly number[], fits: (day: number) => boolean): number {
  for (let day = world.time.dayOf(tMs); ; day++) {
    if (!fits(day)) continue
    for (const hour of hours) {
      const due = world.time.startOf(day) + hour * HOUR_MS
      if (due > tMs) return due
    }
  }
}

function collections(world: WorldState, tMs: number): Draft[] {
  return world.fleet.rounds.map((round) => {
    const dueMs = world.fleet.nextStart(round, tMs)
    const { assetId, stream, stops } = round.parameters
    return {
      id: `collection-${assetId}-${dueMs}`,
      dueMs,
      kind: 'collection',
      stream: 'waste',
      params: {
        vehicle: world.topology.assets.get(assetId)?.code ?? assetId,
        wasteStream: stream,
        stops: stops.length,
      },
      assetId,
    }
  })
}

/** The regular hand-over of what the store holds; how old its lots are is told by the register. */
function hazardousHandover(world: WorldState, tMs: number): Draft {
  const { hazardousStoreId, hazardousHandoverDays } = world.model.simulation.waste
  const dueMs = lastHandover(world, tMs) + hazardousHandoverDays * DAY_MS
  return {
    id: `hazardous-handover-${dueMs}`,
    dueMs,
    kind: 'hazardous-handover',
    stream: 'waste',
    params: { everyDays: hazardousHandoverDays },
    assetId: hazardousStoreId,
  }
}

function report(world: WorldState, tMs: number): Draft {
  const { year } = civilOf(world.time.dayOf(tMs))
  const dueIn = (of: number): number => world.time.startOf(dayNumberOf(of, 1, 15)) + 17 * HOUR_MS
  const reportYear = dueIn(year) > tMs ? year : year + 1
  return {
    id: `report-environment-${reportYear}`,
    dueMs: dueIn(reportYear),
    kind: 'report',
    stream: 'environment',
    params: { report: 'environment', year: reportYear - 1 },
    assetId: null,
  }
}

function calibrations(world: WorldState, tMs: number): Draft[] {
  return world.model.simulation.faults.flatMap((fault) => {
    if (fault.kind !== 'calibration') return []
    const point = world.model.points.find((p) => p.id === fault.pointId)
    if (point === undefined) return []
    const fits = (day: number): boolean =>
      (((day - fault.offsetDays) % fault.everyDays) + fault.everyDays) % fault.everyDays === 0
    const dueMs = nextAt(world, tMs, [fault.startHour], fits)
    return [
      {
        id: `maintenance-${fault.pointId}-${dueMs}`,
        dueMs,
        kind: 'maintenance' as const,
        stream: point.stream,
        params: { task: 'calibration', point: point.kind, hours: fault.hours },
        assetId: point.assetId,
      },
    ]
  })
}

/** What is next due after an instant, soonest first. Peak tariff: schedule TOU-LEGACY, Monday to Saturday. */
export function agendaOf(world: WorldState, tMs: number): AgendaItem[] {
  const peakMs = nextAt(world, tMs, PEAK_HOURS, (day) => weekdayOf(day) !== 7)
  const handoverMs = nextAt(world, tMs, SHIFT_HOURS, () => true)
  const hourOf = (due: number): number => world.time.sinceMidnight(due) / HOUR_MS
  const drafts: Draft[] = [
    ...collections(world, tMs),
    {
      id: `peak-tariff-${peakMs}`,
      dueMs: peakMs,
      kind: 'peak-tariff',
      stream: 'energy',
      params: { schedule: 'TOU-LEGACY', hours: hourOf(peakMs) === 17 ? 3 : 2 },
      assetId: null,
    },
    {
      id: `handover-${handoverMs}`,
      dueMs: handoverMs,
      kind: 'handover',
      stream: null,
      params: { shift: hourOf(handoverMs) === 6 ? 1 : hourOf(handoverMs) === 14 ? 2 : 3 },
      assetId: null,
    },
    hazardousHandover(world, tMs),
    report(world, tMs),
    ...calibrations(world, tMs),
  ]
  return drafts
    .toSorted((a, b) => a.dueMs - b.dueMs)
    .map(({ dueMs, ...draft }) => agendaItemSchema.parse({ ...draft, due: instantText(dueMs) }))
}
