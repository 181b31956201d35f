import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLLECTIONS } from '../../../src/contract/collections.ts'
import type { Position } from '../../../src/contract/geojson.ts'
import { assetSchema } from '../../../src/contract/resources.ts'
import { buildRounds, followRound, servedContainers } from '../../../src/domain/waste/collection-rounds.ts'
import { growthByDay, sumByDay, sumOfDays } from '../../../src/domain/waste/day-masses.ts'
import { storeFlows } from '../../../src/domain/waste/store-flows.ts'
import { visitMs } from '../../../src/domain/waste/container-due.ts'
import { outingsOf } from '../../../src/domain/waste/outings.ts'
import { tripsOf } from '../../../src/domain/waste/trips.ts'
import { HOUR_MS } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

/** About 1 km east of the yard, and back along the same street. */
const YARD: Position = [106, 11]
const A: Position = [106.005, 11]
const B: Position = [106.01, 11]

const node = (id: string, at: Position, plotId: string | null, assetId: string | null) =>
  COLLECTIONS['network-nodes'].parse({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: at },
    properties: { network: 'waste-route', kind: 'stop', assetId, plotId },
  })
const leg = (id: string, from: string, to: string, line: Position[]) =>
  COLLECTIONS['network-edges'].parse({
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates: line },
    properties: {
      network: 'waste-route',
      from,
      to,
      lengthM: 1,
      group: 'cv-1',
      assetId: null,
      nominal: null,
      role: 'main',
      meterPointId: null,
      roadId: null,
    },
  })
const nodes = [node('yard', YARD, null, 'station'), node('s1', A, 'plot-a', null), node('s2', B, 'plot-b', null)]
const legs = [leg('e2', 's1', 's2', [A, B]), leg('e1', 'yard', 's1', [YARD, A]), leg('e3', 's2', 'yard', [B, YARD])]
const round = buildRounds(legs, nodes).get('cv-1')

const asset = (id: string, kind: string, wasteStream: string, plotId: string | null) =>
  assetSchema.parse({
    id,
    kind,
    code: id,
    name: null,
    position: YARD,
    parentId: null,
    plotId,
    siteId: null,
    tenantId: null,
    gatewayId: null,
    nodeId: null,
    wasteStream,
    facts: [],
  })

describe('collection round', () => {
  it('is chained from the yard whatever the order of its legs', () => {
    expect(round?.stops.map(({ plotId }) => plotId)).toEqual(['plot-a', 'plot-b'])
    expect(round?.lengthM).toBeCloseTo(2 * (round?.stops[1]?.alongM ?? 0), 6)
  })

  it('ends where its chain breaks, and is none without a yard', () => {
    expect(buildRounds(legs.slice(1), nodes).get('cv-1')?.stops).toHaveLength(1)
    expect(buildRounds(legs, nodes.slice(1)).size).toBe(0)
  })

  it('serves the containers of its stream at its stops', () => {
    const served = servedContainers(
      [
        asset('wd-a', 'container', 'domestic', 'plot-a'),
        asset('wh-a', 'container', 'hazardous', 'plot-a'),
        asset('wd-x', 'container', 'domestic', null),
      ],
      [asset('cv-1', 'collection-vehicle', 'domestic', null)],
      new Map(round ? [['cv-1', round]] : []),
    )
    expect([...served.keys()]).toEqual(['wd-a'])
    expect(served.get('wd-a')?.vehicleId).toBe('cv-1')
  })
})

describe('vehicle on its round', () => {
  const minute = 60_000
  const follow = (...fixes: (Position | null)[]) =>
    round
      ? followRound(
          round,
          fixes.map((position, i) => ({ timeMs: i * minute, position })),
        )
      : null

  it('knows the way out from the way back on the same street', () => {
    expect(follow(YARD, [106.002, 11])).toMatchObject({ inYard: false, stopsLeft: 2, nextStop: { plotId: 'plot-a' } })
    expect(follow(YARD, [106.004, 11], [106.008, 11])).toMatchObject({ stopsLeft: 1, nextStop: { plotId: 'plot-b' } })
    expect(follow(YARD, [106.006, 11], B, [106.003, 11])).toMatchObject({ stopsLeft: 0, nextStop: null })
  })

  it('starts anew in the yard', () => {
    expect(follow(YARD, [106.006, 11], B, [106.003, 11], YARD)).toMatchObject({
      alongM: 0,
      inYard: true,
      nextStop: null,
    })
  })

  it('goes on behind a gap and leaves out what is off the route', () => {
    expect(follow(YARD, null, null, [106.008, 11])).toMatchObject({ nextStop: { plotId: 'plot-b' } })
    expect(follow(YARD, [106.003, 11.01])).toMatchObject({ alongM: 0, inYard: true })
    expect(follow(null, null)).toBeNull()
  })
})

describe('outings of a vehicle', () => {
  const minute = 60_000
  const outings = (...fixes: (Position | null)[]) =>
    outingsOf(
      YARD,
      fixes.map((position, i) => ({ timeMs: i * minute, position })),
    )

  it('begin when it leaves the yard, long before the first load', () => {
    expect(outings(YARD, YARD, A, B)).toEqual([{ leftMs: minute, backMs: null, hasGap: false }])
    expect(outings(YARD, A, B, A, YARD, YARD)).toEqual([{ leftMs: 0, backMs: 4 * minute, hasGap: false }])
  })

  it('do not end at the gate on the way', () => {
    expect(outings(YARD, A, YARD, B, YARD, YARD)).toEqual([{ leftMs: 0, backMs: 4 * minute, hasGap: false }])
    expect(outings(YARD, A, YARD)).toEqual([{ leftMs: 0, backMs: null, hasGap: false }])
  })

  it('say when their beginning or a part of them was not seen', () => {
    expect(outings(A, YARD, YARD)).toEqual([{ leftMs: 0, backMs: minute, hasGap: true }])
    expect(outings(YARD, null, A)).toMatchObject([{ leftMs: 0, hasGap: true }])
    expect(outings(YARD, A, null, B, YARD, YARD)).toMatchObject([{ backMs: 4 * minute, hasGap: true }])
    expect(outings(null, null)).toEqual([])
  })

  it('let a container be emptied on the round under way, not two days later', () => {
    const [now] = outings(YARD, A)
    const times = { runningSinceMs: now?.leftMs ?? null, nextStartMs: 48 * HOUR_MS, durationMs: 2 * HOUR_MS }
    expect(visitMs(times, 500, 1000, minute)).toBe(HOUR_MS)
    expect(visitMs({ ...times, runningSinceMs: null }, 500, 1000, minute)).toBe(49 * HOUR_MS)
  })
})

const trips = (...values: (number | null)[]) => tripsOf({ fromMs: 0, stepMs: HOUR_MS, values })

describe('trips', () => {
  it('last from the first load to the tipping', () => {
    expect(trips(0, 1, 3, 2.9, 0, 0, 2)).toEqual([
      { startMs: HOUR_MS, endMs: 4 * HOUR_MS, massT: 3, hasGap: false },
      { startMs: 6 * HOUR_MS, endMs: null, massT: 2, hasGap: false },
    ])
  })

  it('count a negative payload as empty and mark a gap', () => {
    expect(trips(-0.4, 1, -0.2)).toEqual([{ startMs: HOUR_MS, endMs: 2 * HOUR_MS, massT: 1, hasGap: false }])
    expect(trips(1, null, 2, 0)).toMatchObject([{ massT: 2, hasGap: true }])
    expect(trips(null, 0, null, Number.NaN)).toEqual([])
  })
})

describe('store', () => {
  it('tells what came in from what was taken out', () => {
    expect(valueOf(storeFlows([1, 2, 3, 0.5, 1.5], 0.01))).toEqual({ inflow: 3, outflow: 2.5 })
  })

  it('does not count the noise of its scale', () => {
    expect(valueOf(storeFlows([1, 1.004, 0.997, 1.003, 1.2], 0.01)).inflow).toBeCloseTo(0.2, 6)
  })

  it('takes a negative level for a fault, and says when too few are left', () => {
    expect(storeFlows([1, -1, null, Number.NaN, 2], 0.01)).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(storeFlows([], 0.01)).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('closes: level at the end is level at the start plus inflow minus outflow', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 2, maxLength: 40 }), (list) => {
        const { inflow, outflow } = valueOf(storeFlows(list, 0))
        expect(inflow - outflow).toBeCloseTo((list.at(-1) ?? 0) - (list[0] ?? 0), 6)
      }),
    )
  })
})

describe('masses by day', () => {
  it('are the growth of a register, without a number at a gap or a replacement', () => {
    expect(growthByDay([10, 12, null, 15, 3, 4])).toEqual([2, null, null, null, 1])
    expect(growthByDay([])).toEqual([])
  })

  it('are summed over registers only where all have a number', () => {
    expect(
      sumByDay([
        [1, 2, null],
        [3, 4, 5],
      ]),
    ).toEqual([4, 6, null])
    expect(valueOf(sumOfDays([1, 2, 3, null, 4]))).toBe(10)
    expect(sumOfDays([1, null])).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(sumOfDays([])).toMatchObject({ ok: false, reason: 'no-data' })
  })
})
