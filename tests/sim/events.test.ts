import { describe, expect, it } from 'vitest'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import type { SimFault } from '../../mocks/park/simulation-file.ts'
import { pointIdSchema } from '../../src/contract/primitives.ts'
import { type Command, type ScenarioId, type World, createWorld } from '../../mocks/sim/world.ts'
import { tinyPark } from './tiny-park.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.UTC(2026, 10, 20, 7, 32)
const model = tinyPark()

function open(scenario: ScenarioId, commands: readonly Command[] = []): World {
  return createWorld({ model, seed: 1, scenario, scenarioStartMs: NOW, commands })
}
function read(world: World, id: string, tMs: number): number {
  return world.sampleAt(
    model.points.findIndex((point) => point.id === id),
    tMs,
  ).value
}

/** A switch is opened or closed so many minutes after the start. */
const switched = (assetId: string, minutes: number, closed: boolean): Command => ({
  kind: 'switch',
  atMs: NOW + minutes * MINUTE,
  assetId,
  closed,
})

const pointId = (text: string) => pointIdSchema.parse(text)
const indexOf = (name: string): number => model.points.findIndex((point) => point.id === name)

describe('commands', () => {
  const off: Command = { kind: 'consumer', atMs: NOW, assetId: 'em-a05', on: false }

  it('switching a consumer off lowers everything above it by what it used', () => {
    const plain = open('normal-day')
    const without = open('normal-day', [off])
    const t = NOW + 4 * HOUR
    const used = read(plain, 'em-a05.active-power', t)
    expect(used).toBeGreaterThan(300)
    expect(read(without, 'em-a05.active-power', t)).toBe(0)
    for (const name of ['f-472.active-power', 'ss-t1.active-power']) {
      const less = read(plain, name, t) - read(without, name, t)
      expect(less).toBeGreaterThan(0.95 * used)
      expect(less).toBeLessThan(1.12 * used)
    }
    const water = read(plain, 'wm-a05.flow', t)
    const district = read(plain, 'dma-02.flow', t) - read(without, 'dma-02.flow', t)
    expect(read(without, 'wm-a05.flow', t)).toBe(0)
    expect(district).toBeGreaterThan(0.8 * water)
    expect(district).toBeLessThan(1.2 * water)
    const sewage = read(plain, 'sm-a05.flow', t)
    expect(read(without, 'sm-a05.flow', t)).toBeLessThan(0.02 * sewage)
    expect(read(plain, 'wwtp.flow', t) - read(without, 'wwtp.flow', t)).toBeCloseTo(sewage, 0)
    const hours = 6 * HOUR
    const register = (world: World): number => read(world, 'f-472.energy-import', NOW + hours)
    expect(register(plain) - register(without)).toBeGreaterThan(5 * 0.6 * used)
  })

  it('a closed tie brings an open feeder back from either end, and an opened one loses it again', () => {
    for (const [tripped, meter] of [
      ['f-471', 'em-a02'],
      ['f-472', 'em-a05'],
    ] as const) {
      const world = open('normal-day', [
        switched(tripped, 0, false),
        switched('rs-01', 20, true),
        switched('rs-01', 60, false),
      ])
      const power = [10, 50, 70].map((at) => read(world, `${meter}.active-power`, NOW + at * MINUTE) > 0)
      expect(power).toEqual([false, true, false])
    }
  })

  it('leave the past as it was', () => {
    const plain = open('normal-day')
    const without = open('normal-day', [off])
    for (const [index] of model.points.entries()) {
      for (const t of [NOW - 1, NOW - HOUR, NOW - 20 * HOUR]) {
        expect(without.sampleAt(index, t)).toEqual(plain.sampleAt(index, t))
      }
    }
  })

  it('keep registers and tanks in order after the event', () => {
    const without = open('normal-day', [off, { ...off, atMs: NOW + 3 * HOUR, on: true }])
    for (const name of [
      'em-a05.energy-import',
      'f-472.energy-import',
      'ss-t1.energy-import',
      'wm-a05.volume',
      'wtp.volume',
    ]) {
      let last = read(without, name, NOW - HOUR)
      for (let t = NOW - 50 * MINUTE; t < NOW + 5 * HOUR; t += 7 * MINUTE) {
        const value = read(without, name, t)
        expect(value).toBeGreaterThanOrEqual(last)
        last = value
      }
    }
    for (let t = NOW; t < NOW + 48 * HOUR; t += HOUR) {
      const level = read(without, 'tank-1.level', t)
      expect(level).toBeGreaterThan(0.8)
      expect(level).toBeLessThan(4.6)
    }
    expect(read(without, 'em-a05.active-power', NOW + 4 * HOUR)).toBe(
      read(open('normal-day'), 'em-a05.active-power', NOW + 4 * HOUR),
    )
  })
})

describe('scenarios', () => {
  it('feeder trip: dark for 38 minutes, then carried by the other feeder', () => {
    const world = open('feeder-trip')
    const plain = open('normal-day')
    const meters = ['em-a01', 'em-a02', 'em-a03'].map((id) => `${id}.active-power`)
    const at = (name: string, minutes: number): number => read(world, name, NOW + minutes * MINUTE)
    expect(at('f-471.switch-state', 1)).toBe(0)
    for (const name of [...meters, 'f-471.active-power', 'em-a01.voltage', 'pv-a01.active-power'])
      expect(at(name, 10)).toBe(0)
    expect(at('wm-a02.flow', 30)).toBeLessThan(0.15 * read(plain, 'wm-a02.flow', NOW + 30 * MINUTE))
    expect(at('f-471.active-power', 60)).toBe(0)
    expect(at('rs-01.switch-state', 60)).toBe(1)
    expect(at('em-a02.active-power', 60)).toBe(read(plain, 'em-a02.active-power', NOW + HOUR))
    const both = read(plain, 'f-471.active-power', NOW + HOUR) + read(plain, 'f-472.active-power', NOW + HOUR)
    expect(at('f-472.active-power', 60)).toBeGreaterThan(0.97 * both)
    expect(at('f-472.active-power', 60)).toBeLessThan(1.06 * both)
    expect(at('f-471.energy-import', 300)).toBeCloseTo(at('f-471.energy-import', 5), 0)
  })

  it('storm: rain, little sun, full sewers and ponds', () => {
    const world = open('storm')
    const plain = open('normal-day')
    const t = NOW + 50 * MINUTE
    expect(read(world, 'wx.rain-rate', t)).toBeGreaterThan(40)
    expect(read(world, 'wx.irradiance', t)).toBeLessThan(0.3 * read(plain, 'wx.irradiance', t))
    expect(read(world, 'pv-a01.active-power', t)).toBeLessThan(0.3 * read(plain, 'pv-a01.active-power', t))
    expect(read(world, 'wwtp.flow', t + 2 * HOUR)).toBeGreaterThan(1.5 * read(plain, 'wwtp.flow', t + 2 * HOUR))
    expect(read(world, 'pond-1.level', t + HOUR)).toBeGreaterThan(read(plain, 'pond-1.level', t + HOUR) + 0.3)
  })

  it('effluent breach: COD climbs, oxygen falls', () => {
    const world = open('effluent-breach')
    const plain = open('normal-day')
    const t = NOW + 3 * HOUR
    expect(read(world, 'wwtp-outfall.cod', t) - read(plain, 'wwtp-outfall.cod', t)).toBeGreaterThan(30)
    expect(read(world, 'wwtp-aeration-tank.dissolved-oxygen', t)).toBeLessThan(1.2)
  })

  it('comms loss: the last sample stays, with its old time; history misses it', () => {
    const world = open('comms-loss')
    const index = model.points.findIndex((point) => point.id === 'ct-01.fill-level')
    const sample = world.sampleAt(index, NOW + 90 * MINUTE)
    expect(sample.sourceTimeMs).toBeLessThanOrEqual(NOW + MINUTE)
    expect(read(world, 'gw-02.link-state', NOW + 90 * MINUTE)).toBe(0)
    const buckets = world.bucketsOf(index, NOW + 10 * MINUTE, NOW + 100 * MINUTE, 30 * MINUTE)
    expect([...buckets.count]).toEqual([0, 0, 0])
    expect([...buckets.expected]).toEqual([2, 2, 2])
    expect(buckets.worstQuality[0]).toBe(QUALITY_BYTE.BadNoCommunication)
    const due: number[] = []
    world.dueBetween(NOW + 10 * MINUTE, NOW + 100 * MINUTE, due)
    expect(due).not.toContain(index)
  })
})

describe('faults of sources', () => {
  const window = { everyDays: 1, offsetDays: 0, startHour: 10, hours: 4 }
  const faults: SimFault[] = [
    { kind: 'stuck', pointId: pointId('pl-01.pressure'), ...window },
    { kind: 'calibration', pointId: pointId('wwtp-outfall.cod'), ...window, offset: 5 },
    { kind: 'late', pointId: pointId('em-a01.active-power'), delaySeconds: 20, share: 1 },
    { kind: 'repeated', pointId: pointId('em-a02.active-power'), share: 1 },
    { kind: 'mislabelled', pointId: pointId('wm-a01.flow'), swappedWith: pointId('wm-a08.flow') },
    { kind: 'mislabelled', pointId: pointId('pv-a04.active-power'), swappedWith: pointId('pv-a04.active-power') },
  ]
  const faulty = tinyPark(faults)
  const world = createWorld({ model: faulty, seed: 1, scenario: 'normal-day', scenarioStartMs: NOW })
  const plain = open('normal-day')
  const noon = Date.UTC(2026, 10, 20, 5)

  it('stuck: the value stands still, then its own check marks it', () => {
    const index = indexOf('pl-01.pressure')
    expect(world.sampleAt(index, noon).value).toBe(world.sampleAt(index, noon - HOUR).value)
    expect(world.sampleAt(index, noon - 100 * MINUTE).quality).toBe(QUALITY_BYTE.Good)
    expect(world.sampleAt(index, noon).quality).toBe(QUALITY_BYTE.UncertainLastUsableValue)
  })

  it('calibration: marked and not counted as valid', () => {
    const index = indexOf('wwtp-outfall.cod')
    expect(world.sampleAt(index, noon).quality).toBe(QUALITY_BYTE.UncertainSensorCalibration)
    const bucket = world.bucketsOf(index, noon, noon + HOUR, HOUR)
    expect(bucket.expected[0]).toBe(12)
    expect(bucket.count[0]).toBe(0)
    expect(bucket.mean[0]).toBeNaN()
    expect(bucket.worstQuality[0]).toBe(QUALITY_BYTE.UncertainSensorCalibration)
  })

  it('late and repeated samples are old ones', () => {
    expect(NOW - world.sampleAt(indexOf('em-a01.active-power'), NOW).sourceTimeMs).toBeGreaterThanOrEqual(10_000)
    expect(NOW - world.sampleAt(indexOf('em-a02.active-power'), NOW).sourceTimeMs).toBeGreaterThanOrEqual(5000)
  })

  it('only a source that repeats sends a sample twice; one that is late sends when it arrives', () => {
    const own = tinyPark([
      { kind: 'late', pointId: pointId('em-a01.active-power'), delaySeconds: 8, share: 0.5 },
      { kind: 'repeated', pointId: pointId('em-a02.active-power'), share: 0.5 },
    ])
    const some = createWorld({ model: own, seed: 1, scenario: 'normal-day', scenarioStartMs: NOW })
    const sent: Record<string, { again: number; anew: number; kept: number }> = {}
    for (let t = NOW; t < NOW + 10 * MINUTE; t += 250) {
      const due: number[] = []
      some.dueBetween(t - 250, t, due)
      for (const id of ['em-a01.active-power', 'em-a02.active-power', 'em-a03.active-power']) {
        const index = indexOf(id)
        const isNew = some.sampleAt(index, t).sourceTimeMs !== some.sampleAt(index, t - 250).sourceTimeMs
        const counts = (sent[id] ??= { again: 0, anew: 0, kept: 0 })
        if (due.includes(index)) counts[isNew ? 'anew' : 'again'] += 1
        else if (isNew) counts.kept += 1
      }
    }
    expect(sent['em-a01.active-power']).toMatchObject({ again: 0, kept: 0 })
    expect(sent['em-a01.active-power']?.anew).toBeGreaterThan(60)
    expect(sent['em-a02.active-power']?.again).toBeGreaterThan(30)
    expect(sent['em-a03.active-power']).toEqual({ again: 0, anew: 120, kept: 0 })
  })

  it('mislabelled: another meter answers', () => {
    const swapped = world.sampleAt(indexOf('wm-a01.flow'), noon).value
    expect(swapped).toBeCloseTo(plain.sampleAt(indexOf('wm-a08.flow'), noon).value, 0)
    const night = noon + 12 * HOUR
    expect(world.sampleAt(indexOf('pv-a04.active-power'), night).value).toBeGreaterThan(50)
  })
})
