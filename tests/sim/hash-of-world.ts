import type { World } from '../../mocks/sim/world.ts'

/** One number that stands for many samples of a world (FNV over the bits of value, quality and time). */
export function hashOfWorld(world: World, times: readonly number[]): number {
  const view = new DataView(new ArrayBuffer(8))
  let hash = 0x811c9dc5
  const add = (value: number): void => {
    view.setFloat64(0, value)
    hash = Math.imul(hash ^ view.getUint32(0), 0x01000193)
    hash = Math.imul(hash ^ view.getUint32(4), 0x01000193)
  }
  for (const time of times) {
    for (let i = 0; i < world.points.length; i++) {
      const sample = world.sampleAt(i, time)
      add(sample.value)
      add(sample.quality)
      add(sample.sourceTimeMs)
    }
  }
  return hash >>> 0
}
