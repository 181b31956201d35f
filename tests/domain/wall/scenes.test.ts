import { describe, expect, it } from 'vitest'
import { SCENE_IDS, SCENE_TIMINGS, sceneOfStream } from '../../../src/domain/wall/scenes.data.ts'
import { emWidth } from '../../../src/domain/wall/text-width.ts'
import { streamSchema } from '../../../src/contract/asset-kinds.ts'

describe('scenes', () => {
  it('have a dwell of 30 to 120 s each', () => {
    expect(SCENE_TIMINGS.map(({ id }) => id)).toEqual([...SCENE_IDS])
    for (const { dwellMs } of SCENE_TIMINGS) {
      expect(dwellMs).toBeGreaterThanOrEqual(30_000)
      expect(dwellMs).toBeLessThanOrEqual(120_000)
    }
  })

  it('show an alarm of any stream', () => {
    for (const stream of streamSchema.options) expect(SCENE_IDS).toContain(sceneOfStream(stream))
    expect(sceneOfStream('data')).toBe('alarms')
  })
})

describe('width of a text', () => {
  it('counts kanji as wide as their font size, and letters as a good half', () => {
    expect(emWidth('受電電力')).toBe(4)
    expect(emWidth('MW')).toBeCloseTo(1.16, 9)
    expect(emWidth('')).toBe(0)
  })
})
