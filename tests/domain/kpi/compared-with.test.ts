import { describe, expect, it } from 'vitest'
import type { ParkTarget } from '../../../src/contract/resources.ts'
import { bulletEnd, comparedWith } from '../../../src/domain/kpi/compared-with.ts'
import type { KpiResult } from '../../../src/domain/kpi/evaluate.ts'
import { KPI_DEFINITIONS, type KpiDefinition } from '../../../src/domain/kpi/kpi-definitions.data.ts'

const NONE: readonly ParkTarget[] = []

function definitionOf(id: KpiDefinition['id']): KpiDefinition {
  const found = KPI_DEFINITIONS.find((definition) => definition.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

function resultOf(value: number | null, spark: readonly number[]): KpiResult {
  return {
    value,
    spark: Float64Array.from(spark),
    freshness: 'live',
    quality: 'Good',
    ageMs: 0,
    sourceTimeMs: 0,
    contributing: 1,
    expected: 1,
  }
}

describe('what a figure is compared with', () => {
  it('is the target of the park, in the unit of the figure', () => {
    const target: ParkTarget = {
      key: 'contracted-power',
      value: 160_000,
      unit: 'kW',
      comparison: '<=',
      source: { title: 'contract', year: 2026, confidence: 'simulated' },
    }
    expect(comparedWith(definitionOf('grid-import'), [target], resultOf(1, []))).toBe(160)
    expect(comparedWith(definitionOf('grid-import'), [{ ...target, value: null }], resultOf(1, [5]))).toBeNull()
    expect(comparedWith(definitionOf('grid-import'), NONE, resultOf(1, [5]))).toBeNull()
  })

  it('is the same quarter of an hour of the day before for the sun: nothing at night, and unknown after a gap', () => {
    const solar = definitionOf('solar')
    expect(comparedWith(solar, NONE, resultOf(8, [9.1, 9.5, 0]))).toBe(9.1)
    expect(comparedWith(solar, NONE, resultOf(0, [0, 9.5]))).toBe(0)
    expect(comparedWith(solar, NONE, resultOf(8, [Number.NaN, 9.5]))).toBeNull()
    expect(comparedWith(solar, NONE, resultOf(8, []))).toBeNull()
  })
})

describe('the scale of a bullet', () => {
  it('holds the figure, its target and, for the sun, the highest of the day', () => {
    expect(bulletEnd(definitionOf('solar'), resultOf(0, [0, Number.NaN, 10]), 0)).toBeCloseTo(11)
    expect(bulletEnd(definitionOf('solar'), resultOf(20, [0, 10]), 0)).toBeCloseTo(22)
    expect(bulletEnd(definitionOf('grid-import'), resultOf(100, [300]), 160)).toBeCloseTo(180)
    expect(bulletEnd(definitionOf('grid-import'), resultOf(400, []), 160)).toBeCloseTo(408)
    expect(bulletEnd(definitionOf('diversion'), resultOf(40, []), null)).toBe(100)
  })
})
