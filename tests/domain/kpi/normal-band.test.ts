import { describe, expect, it } from 'vitest'
import { KPI_DEFINITIONS } from '../../../src/domain/kpi/kpi-definitions.data.ts'
import { normalBand } from '../../../src/domain/kpi/normal-band.ts'
import { sparklineScale } from '../../../src/ui/sparkline-draw.ts'

const bandOf = (id: string, target: number | null = 10) => {
  const definition = KPI_DEFINITIONS.find((one) => one.id === id)
  if (!definition) throw new Error(`no figure ${id}`)
  return normalBand(definition, target)
}

describe('normal band of a trend', () => {
  it('reaches up to a limit, and from a least value on', () => {
    expect(bandOf('grid-import')).toEqual([-Infinity, 10])
    expect(bandOf('hazardous-store')).toEqual([-Infinity, 10])
    expect(bandOf('lowest-pressure')).toEqual([10, Infinity])
    expect(bandOf('diversion')).toEqual([10, Infinity])
  })

  it.each(['solar', 'power-factor', 'cod-day', 'reuse', 'water-loss', 'grid-emissions'])(
    'is none for %s: a forecast, another day, or a trend of another quantity than the target',
    (id) => {
      expect(bandOf(id)).toBeNull()
    },
  )

  it('is none without a target', () => {
    expect(bandOf('grid-import', null)).toBeNull()
  })

  it('has its edge on the scale, so that one sees how near it is', () => {
    const shape = { values: [90, 130, 110], floor: 0, ended: false }
    expect(sparklineScale({ ...shape, band: [-Infinity, 160] })).toEqual([0, 160])
    expect(sparklineScale({ ...shape, floor: null, band: [80, Infinity] })).toEqual([80, 130])
    expect(sparklineScale({ ...shape, floor: null, band: null })).toEqual([90, 130])
  })
})
