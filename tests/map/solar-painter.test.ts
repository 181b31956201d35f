import { describe, expect, it } from 'vitest'
import { openPark } from '../../mocks/park/load-node.ts'
import { FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { SolarPainter } from '../../src/map/live/solar-painter.ts'
import { solarStepOf } from '../../src/map/style/solar-colour.ts'
import { StandInLive } from './stand-in-live.ts'

describe('step of an output', () => {
  it.each([
    [0, 0],
    [0.049, 0],
    [0.05, 1],
    [0.5, 3],
    [1.02, 4],
  ])('%d of the peak is step %d', (share, step) => {
    expect(solarStepOf(share)).toBe(step)
  })

  it('is unknown where the share is', () => {
    expect(solarStepOf(Number.NaN)).toBeNull()
    expect(solarStepOf(1 / 0)).toBeNull()
  })
})

describe('panels on the map', () => {
  it('follow their plants, and change nothing while the step stays', async () => {
    const { assets, points } = await openPark('bau-bang').core()
    const live = new StandInLive(await openPark('bau-bang').core())
    const painted: [string, unknown][] = []
    const painter = new SolarPainter((id, { output }) => painted.push([id, output]))
    const plant = assets.find(({ kind }) => kind === 'solar-plant')
    const peak = Number(plant?.facts.find(({ key }) => key === 'peak-power')?.value)
    const index = live.indexOf(`${plant?.id ?? ''}.active-power`)
    const place = plant?.plotId ?? plant?.siteId ?? ''

    live.values[index] = peak * 0.3
    painter.update({ assets, points, live })
    expect(painted).toContainEqual([place, 2])
    painted.length = 0
    live.values[index] = peak * 0.4
    painter.paint()
    expect(painted).toEqual([])
    live.values[index] = peak * 0.8
    painter.paint()
    expect(painted).toEqual([[place, 4]])
    painted.length = 0
    live.freshness[index] = FRESHNESS_BYTE.stale
    painter.paint()
    expect(painted).toEqual([[place, -1]])
  })
})
