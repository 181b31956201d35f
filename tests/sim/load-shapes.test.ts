import { expect, it } from 'vitest'
import { DAMPING } from '../../mocks/sim/load-shapes.data.ts'
import { PROFILE_IDS, dampingOf } from '../../mocks/sim/load-shapes.ts'

it('what is kept of the shapes is what their weeks come to', () => {
  expect(DAMPING).toEqual(Object.fromEntries(PROFILE_IDS.map((id) => [id, dampingOf(id)])))
})
