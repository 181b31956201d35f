import { assert, integer, nat, pre, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { agendaItemSchema } from '../../src/contract/resources.ts'
import { type World, type WorldOptions, createWorld, unknownPoints } from '../../mocks/sim/world.ts'
import { hashOfWorld } from './hash-of-world.ts'
import { tinyPark } from './tiny-park.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 20, 7, 32, 7)
const model = tinyPark()

function open(options: Partial<WorldOptions> = {}): World {
  return createWorld({ model, seed: 1, scenario: 'normal-day', scenarioStartMs: NOW, ...options })
}
const indexOf = (id: string): number => model.points.findIndex((point) => point.id === id)
const anyTime = integer({ min: NOW - 780 * DAY, max: NOW })

describe('a world', () => {
  it('gives every point of the park a value of its own', () => {
    expect(unknownPoints(model)).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    const times = [NOW, NOW - 5 * HOUR, NOW - 400 * DAY]
    const hash = hashOfWorld(open(), times)
    expect(hashOfWorld(open(), times)).toBe(hash)
    expect(hashOfWorld(open({ seed: 2 }), times)).not.toBe(hash)
  })

  it('does not depend on what was asked before', () => {
    const busy = open()
    for (let i = 0; i < 40; i++) busy.sampleAt((i * 7) % model.points.length, NOW - ((i * 613) % 700) * DAY)
    busy.bucketsOf(3, NOW - 30 * DAY, NOW, HOUR)
    const times = [NOW - 33 * DAY, NOW]
    expect(hashOfWorld(busy, times)).toBe(hashOfWorld(open(), times))
    expect(hashOfWorld(busy, times.toReversed())).toBe(hashOfWorld(open(), times.toReversed()))
  })

  it('joins history without a seam: a bucket of one sample is that sample', () => {
    const world = open()
    assert(
      property(nat(model.points.length - 1), anyTime, (index, t) => {
        const period = model.points[index]?.periodMs ?? 1000
        const bucket = world.bucketsOf(index, t - period + 1, t + 1, period)
        const sample = world.sampleAt(index, t)
        pre(bucket.count[0] === 1)
        expect(bucket.expected[0]).toBe(1)
        expect(bucket.last[0]).toBe(sample.value)
        expect(bucket.mean[0]).toBe(sample.value)
      }),
      { numRuns: 300 },
    )
  })

  it('reports samples on their grid, never from the future', () => {
    const world = open()
    assert(
      property(nat(model.points.length - 1), anyTime, (index, t) => {
        const period = model.points[index]?.periodMs ?? 1000
        const sample = world.sampleAt(index, t)
        expect(sample.sourceTimeMs).toBeLessThanOrEqual(t)
        const reliable = model.points[index]?.gatewayId === 'gw-01'
        expect(!reliable || t - sample.sourceTimeMs < period + 61).toBe(true)
        expect(world.sampleAt(index, t)).toEqual(sample)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every value finite and inside the range of its instrument', () => {
    const world = open()
    const wrong: string[] = []
    for (let k = 0; k < 60; k++) {
      const t = NOW - k * 13.37 * DAY - k * 997_000
      model.points.forEach((point, i) => {
        const { value, quality } = world.sampleAt(i, t)
        const inRange = value >= point.range[0] && value <= point.range[1]
        if (!Number.isFinite(value) || !inRange || quality !== QUALITY_BYTE.Good) wrong.push(`${point.id} ${value}`)
      })
    }
    expect(wrong).toEqual([])
  })

  it('lists who is due exactly when a sample changes', () => {
    const world = open()
    const due: number[] = []
    world.dueBetween(NOW - 5000, NOW, due)
    const expected = model.points.flatMap((_, i) => {
      const before = world.sampleAt(i, NOW - 5000)
      return world.sampleAt(i, NOW).sourceTimeMs !== before.sourceTimeMs ? [i] : []
    })
    expect(due).toEqual(expected)
    expect(due.length).toBeGreaterThan(20)
  })

  it('leaves out who is not asked for, and changes nothing for the others', () => {
    const all: number[] = []
    open().dueBetween(NOW - 5000, NOW, all)
    const besides = new Set(all.filter((_, k) => k % 3 === 0))
    const due: number[] = []
    open().dueBetween(NOW - 5000, NOW, due, besides)
    expect(due).toEqual(all.filter((index) => !besides.has(index)))
  })

  it('keeps counts honest', () => {
    const world = open()
    const power = indexOf('em-a02.active-power')
    const day = world.bucketsOf(power, NOW - DAY, NOW, HOUR)
    for (let k = 0; k < 24; k++) {
      expect(day.expected[k]).toBe(720)
      expect(day.count[k]).toBe(720)
      expect(day.min[k]).toBeLessThanOrEqual(day.mean[k] ?? 0)
      expect(day.mean[k]).toBeLessThanOrEqual(day.max[k] ?? 0)
    }
  })

  it('knows what is next due', () => {
    const items = open().agendaAt(NOW)
    for (const item of items) {
      expect(agendaItemSchema.safeParse(item).success).toBe(true)
      expect(Date.parse(item.due)).toBeGreaterThan(NOW)
    }
    expect(new Set(items.map((item) => item.kind))).toEqual(
      new Set(['collection', 'peak-tariff', 'handover', 'hazardous-handover', 'report']),
    )
    expect(items.find((item) => item.kind === 'peak-tariff')?.due).toBe('2026-11-20T10:00:00Z')
    expect(items.find((item) => item.kind === 'handover')?.due).toBe('2026-11-20T15:00:00Z')
    expect(items.find((item) => item.kind === 'report')?.due.slice(0, 10)).toBe('2027-01-15')
  })
})
