import { describe, expect, it } from 'vitest'
import { type AlarmHealth, alarmHealth } from '../../../src/domain/alarms/alarm-health.ts'
import {
  MIN_FOR_MEDIAN,
  MIN_FOR_SPLIT,
  MIN_FOR_TOP_SHARE,
  MIN_FOR_TOP_TARGET,
  withoutFew,
} from '../../../src/domain/alarms/health-minimum.ts'
import { callsSample } from '../../alarms/alarm-samples.ts'

const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 10, 20)

const healthOf = (calls: Parameters<typeof callsSample>[1]): AlarmHealth =>
  alarmHealth(callsSample(START_MS, calls), START_MS, START_MS + DAY_MS)

describe('figures from few alarms', () => {
  it('tells a priority split from 20 alarms of P1 to P3 on, with the counts at any number', () => {
    const nineteen = healthOf({ P1: 1, P3: MIN_FOR_SPLIT - 2, P4: 40 })
    expect(nineteen.split?.P1).toBeCloseTo(1 / 19)
    expect(withoutFew(nineteen)).toMatchObject({ split: null, counts: { P1: 1, P2: 0, P3: 18, P4: 40 } })
    expect(withoutFew(healthOf({ P1: 1, P3: MIN_FOR_SPLIT - 1 })).split).toEqual({ P1: 0.05, P2: 0, P3: 0.95 })
  })

  it('the least number is the first at which one P1 is within the 5 % of EEMUA 191', () => {
    expect(1 / MIN_FOR_SPLIT).toBeLessThanOrEqual(0.05)
    expect(1 / (MIN_FOR_SPLIT - 1)).toBeGreaterThan(0.05)
  })

  it('tells the share of the ten most frequent where ten alarms are not over the action level by themselves', () => {
    expect(withoutFew(healthOf({ P3: MIN_FOR_TOP_SHARE - 1 })).topShare).toBeNull()
    expect(withoutFew(healthOf({ P3: MIN_FOR_TOP_SHARE })).topShare).toBe(0.2)
    expect(withoutFew(healthOf({ P3: MIN_FOR_TOP_TARGET })).topShare).toBe(0.05)
  })

  it('tells a median from five acknowledgements on', () => {
    const four = healthOf({ P1: 4, ackAfterS: [10, 20, 900, 30] })
    expect(four.medianAckS.P1).toBe(25)
    expect(withoutFew(four)).toMatchObject({ acks: { P1: MIN_FOR_MEDIAN - 1 }, medianAckS: { P1: null } })
    expect(withoutFew(healthOf({ P1: 5, ackAfterS: [10, 20, 900, 30, 800] })).medianAckS.P1).toBe(30)
  })

  it('leaves figures that are counts and rates alone', () => {
    const two = healthOf({ P1: 1, P2: 1 })
    expect(withoutFew(two)).toEqual({
      ...two,
      split: null,
      topShare: null,
      medianAckS: { P1: null, P2: null, P3: null, P4: null },
    })
  })
})
