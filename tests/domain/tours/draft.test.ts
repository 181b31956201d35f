import { describe, expect, it } from 'vitest'
import { tourSchema, type Tour } from '../../../src/contract/tours.ts'
import { addStep, changeStep, moveStep, removeStep } from '../../../src/domain/tours/draft.ts'

const three = (text: string) => ({ vi: text, en: text, ja: text })
const tour: Tour = tourSchema.parse({
  id: 'short',
  title: three('Short'),
  steps: ['a', 'b', 'c'].map((id) => ({ id, screen: 'overview', caption: three(id), dwellS: 5 })),
})
const ids = ({ steps }: Tour): string => steps.map(({ id }) => id).join(' ')

describe('a tour that is written', () => {
  it('takes steps anywhere under ids that are free', () => {
    const [step] = tour.steps
    if (!step) throw new Error('no step')
    const two = addStep(addStep(tour, step), step, 0)
    expect(ids(two)).toBe('a overview-2 b c overview')
    expect(tourSchema.safeParse(two).success).toBe(true)
  })

  it('moves, changes and loses steps, and nothing past its ends', () => {
    expect(ids(moveStep(tour, 0, 1))).toBe('b a c')
    expect(ids(moveStep(tour, 0, -1))).toBe('a b c')
    expect(ids(moveStep(tour, 2, 1))).toBe('a b c')
    expect(ids(moveStep(tour, 9, 1))).toBe('a b c')
    expect(ids(removeStep(tour, 1))).toBe('a c')
    expect(changeStep(tour, 1, { dwellS: 30 }).steps.map(({ dwellS }) => dwellS)).toEqual([5, 30, 5])
    expect(changeStep(tour, 9, { dwellS: 30 })).toEqual(tour)
  })
})
