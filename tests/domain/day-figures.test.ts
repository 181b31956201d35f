import { describe, expect, it } from 'vitest'
import { openPark } from '../../mocks/park/load-node.ts'
import type { HistorySeries } from '../../src/contract/readings.ts'
import type { Asset, Point } from '../../src/contract/resources.ts'
import { DAILY_LINES } from '../../src/domain/daily/daily-lines.data.ts'
import { dailyPoints, figuresOf } from '../../src/domain/daily/day-figures.ts'
import { tankVolume } from '../../src/domain/water/storage.ts'
import { series } from './daily-series.ts'

const { assets, points } = await openPark('bau-bang').core()

const pointsOf = (kind: Asset['kind'], pointKind: Point['kind']): Point[] => {
  const ids = new Set(assets.filter((asset) => asset.kind === kind).map(({ id }) => id))
  return points.filter((point) => point.kind === pointKind && ids.has(point.assetId))
}

/** Days of all points of an input, the same for each of them. */
const given = (found: readonly Point[], last: (number | null)[]) =>
  found.map(({ id }) => [id as string, series(id, last)] as const)

const lineOf = (key: string) => {
  const found = DAILY_LINES.find((line) => line.key === key)
  if (!found) throw new Error(`no line ${key}`)
  return found
}
const valuesOf = (key: string, history: readonly (readonly [string, HistorySeries])[], days = 1) =>
  figuresOf(lineOf(key), assets, points, new Map(history), days).values

const plants = pointsOf('water-plant', 'volume')
const meters = pointsOf('water-meter', 'volume')
const tanks = pointsOf('water-tank', 'level-percent')
const tankM3 = tanks.reduce((sum, { assetId }) => {
  const tank = assets.find(({ id }) => id === assetId)
  return sum + ((tank && tankVolume(tank)) ?? Number.NaN)
}, 0)
/** 10,000 m³ from the plants, 9,000 m³ through the meters. */
const supplied = given(plants, [0, 10_000 / plants.length])
const metered = given(meters, [0, 9000 / meters.length])

describe('figures of a day', () => {
  it('asks for the points of every line that has a formula, each once', () => {
    const ids = dailyPoints(assets, points)
    expect(tanks.length).toBeGreaterThan(0)
    for (const { id } of [...tanks, ...meters, ...plants]) expect(ids).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('counts water that stands in the tanks at the end of the day as neither used nor lost', () => {
    expect(tankM3).toBeGreaterThan(0)
    const still = valuesOf('water-loss', [...supplied, ...metered, ...given(tanks, [60, 60])])
    expect(still[0]).toBeCloseTo(10, 9)
    const filled = valuesOf('water-loss', [...supplied, ...metered, ...given(tanks, [60, 70])])
    expect(filled[0]).toBeCloseTo(10 - (0.1 * tankM3 * 100) / 10_000, 9)
    const drawn = valuesOf('water-loss', [...supplied, ...metered, ...given(tanks, [70, 60])])
    expect(drawn[0]).toBeCloseTo(10 + (0.1 * tankM3 * 100) / 10_000, 9)
  })

  it('says no loss where a tank, a meter or a plant has no value', () => {
    const [tank, ...otherTanks] = given(tanks, [60, 60])
    if (!tank) throw new Error('no tank')
    const blind = [tank[0], series(tank[0], [60, null])] as const
    expect(valuesOf('water-loss', [...supplied, ...metered, ...otherTanks, blind])).toEqual([null])
    expect(valuesOf('water-loss', [...supplied, ...given(meters, [0, null]), tank, ...otherTanks])).toEqual([null])
    expect(valuesOf('water-loss', [...metered, tank, ...otherTanks])).toEqual([null])
  })

  it('works out the loss of the grid from registers alone', () => {
    const bought = [...pointsOf('power-transformer', 'energy-import'), ...pointsOf('hv-connection', 'energy-import')]
    const sold = pointsOf('electricity-meter', 'energy-import')
    const history = [...given(bought, [0, 1000 / bought.length]), ...given(sold, [0, 970 / sold.length])]
    expect(valuesOf('network-loss', history)[0]).toBeCloseTo(3, 9)
  })

  it('takes growth day by day, and none from a register that ran backwards', () => {
    const history = given(plants, [100, 150, 140, 240])
    expect(valuesOf('water-supplied', history, 3)).toEqual([50 * plants.length, null, 100 * plants.length])
  })

  it('adds the minutes of all switches that stood open, and says nothing without one of them', () => {
    const switches = pointsOf('feeder', 'switch-state')
    const open = given(switches, [1, 1])
    const [first] = switches
    if (!first) throw new Error('no switch')
    const half = [...open.slice(1), [first.id as string, series(first.id, [1, 0.5])] as const]
    expect(valuesOf('outage-minutes', half)).toEqual([720])
    expect(
      valuesOf('outage-minutes', [...open.slice(1), [first.id as string, series(first.id, [1, null])] as const]),
    ).toEqual([null])
  })
})
