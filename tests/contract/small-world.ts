import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import type { Sample, World, WorldOptions } from '../../mocks/sim/world.ts'

/** A world of sines whose last point falls silent while `silentFromMs` lies in the past. */
export function createSmallWorld({ model }: WorldOptions, silentFromMs = Infinity): World {
  const { points } = model
  const gridMs = (index: number, tMs: number): number => {
    const periodMs = points[index]?.periodMs ?? 1000
    const at = Math.floor(tMs / periodMs) * periodMs
    return index === 0 ? Math.min(at, Math.floor(silentFromMs / periodMs) * periodMs) : at
  }
  const sampleAt = (index: number, tMs: number): Sample => {
    const sourceTimeMs = gridMs(index, tMs)
    return { value: 100 + index + Math.sin(sourceTimeMs / 60_000), quality: QUALITY_BYTE.Good, sourceTimeMs }
  }
  return {
    points,
    sampleAt,
    dueBetween(fromMs, toMs, out) {
      points.forEach((_, index) => {
        const at = gridMs(index, toMs)
        if (at > fromMs) out.push(index)
      })
    },
    bucketsOf(index, fromMs, toMs, stepMs) {
      const length = Math.ceil((toMs - fromMs) / stepMs)
      const value = Float64Array.from({ length }, (_, k) => sampleAt(index, fromMs + k * stepMs).value)
      return {
        min: value,
        mean: value,
        max: value,
        last: value,
        count: new Uint32Array(length).fill(1),
        expected: new Uint32Array(length).fill(1),
        worstQuality: new Uint8Array(length),
      }
    },
    agendaAt: () => [],
  }
}
