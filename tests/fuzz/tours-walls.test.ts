import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileOf, wallSearchSchema } from '../../src/app/wall/wall-search.ts'
import { type Tour, toursFileSchema } from '../../src/contract/tours.ts'
import { captionParts } from '../../src/domain/tours/caption.ts'
import { addStep, moveStep, removeStep } from '../../src/domain/tours/draft.ts'
import { readTours } from '../../src/domain/tours/read-tours.ts'
import { stepInstantMs } from '../../src/domain/tours/step-time.ts'
import { wallLayout } from '../../src/domain/wall/layout.ts'
import { type WallProfile, wallType } from '../../src/domain/wall/profile.ts'
import { alwaysHolds, hostile, mutated } from './hostile.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 5)
const file = toursFileSchema.parse(JSON.parse(readFileSync('fixtures/parks/bau-bang/tours.json', 'utf8')))
const [first] = file.tours
if (!first) throw new Error('the park has no tour')
/** One tour of three steps: a whole file would be parsed ten thousand times in the long run. */
const short = { tours: [{ ...first, steps: first.steps.slice(0, 3) }] }

/** What player, editor and captions may rely on once a file was taken. */
function canBePlayed(tour: Tour): boolean {
  const areSteps = tour.steps.every(({ at, caption }) => {
    const instant = stepInstantMs(at, NOW_MS, 'Asia/Ho_Chi_Minh')
    const isTime = instant === null || (Number.isFinite(instant) && instant <= NOW_MS)
    return isTime && Object.values(caption).every((text) => captionParts(text).length > 0)
  })
  const edited = tour.steps
    .slice(0, 1)
    .reduce((draft, step) => removeStep(moveStep(addStep(draft, step), 0, 1), 0), tour)
  return areSteps && new Set(edited.steps.map(({ id }) => id)).size === edited.steps.length
}

describe('files of tours', () => {
  it('are tours that can be played, or faults that name step and field', () => {
    const text = JSON.stringify(short)
    const cases = fc.oneof(
      { weight: 6, arbitrary: mutated(short).map((value) => JSON.stringify(value) ?? '') },
      { weight: 1, arbitrary: hostile.map((value) => JSON.stringify(value) ?? '') },
      { weight: 1, arbitrary: fc.nat(text.length).map((at) => text.slice(0, at)) },
      { weight: 1, arbitrary: fc.string() },
    )
    expect(() =>
      alwaysHolds(cases, (one) => {
        const read = readTours(one)
        if (read.ok) return read.tours.every(canBePlayed)
        return read.faults.length > 0 && read.faults.every(({ step, reason }) => reason.length > 0 && (step ?? 1) > 0)
      }),
    ).not.toThrow()
  })
})

const SIZES = { w: '3840', h: '2160', inch: '55', cols: '2', rows: '2', bezel: '8', far: '4', dpr: '1' }
const KEYS = Object.keys(wallSearchSchema.shape)

/** Sizes that a page can be laid out with: every one a number, nothing without room. */
function hasRoom(profile: WallProfile): boolean {
  const layout = wallLayout(profile)
  const sizes = [...Object.values(wallType(profile)), layout.width, layout.height, layout.margin, layout.rowHeight]
  const boxes = [layout.stage, layout.stripBar, layout.footBar, ...layout.side, ...layout.cells]
  return (
    sizes.every((size) => Number.isFinite(size) && size > 0) &&
    boxes.every(({ x, y, width, height }) => [x, y].every(Number.isFinite) && width > 0 && height > 0)
  )
}

describe('wall profiles in addresses', () => {
  it('are a wall that has room for its parts, or a fault that names the size', () => {
    const near = fc.dictionary(
      fc.constantFrom(...Object.keys(SIZES)),
      fc.oneof(fc.double(), fc.integer({ min: -10, max: 20_000 }), fc.string()).map(String),
    )
    const cases = fc.oneof(
      near.map((change) => Object.assign({ ...SIZES }, change)),
      mutated(SIZES),
      fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), fc.oneof(fc.string(), hostile), { maxKeys: 10 }),
    )
    expect(() =>
      alwaysHolds<unknown>(cases, (raw) => {
        const parsed = wallSearchSchema.safeParse(raw)
        if (!parsed.success) return typeof raw !== 'object' || raw === null || Array.isArray(raw)
        const result = profileOf('custom', parsed.data)
        if (result === null) return false
        return result.ok ? hasRoom(result.profile) : result.fault.min <= result.fault.max
      }),
    ).not.toThrow()
  })

  it('a name is a wall of the list, or none', () => {
    expect(() =>
      alwaysHolds(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '4k-55-4m')), (id) => {
        const result = profileOf(id, {})
        return result === null || (result.ok && hasRoom(result.profile))
      }),
    ).not.toThrow()
  })
})
