import { expect, it } from 'vitest'
import { SCREENS } from '../../src/app/screens.ts'
import { ALL_SCREENS } from '../e2e/faults/screens.ts'

it('every screen has its turn under faults in the browser', () => {
  expect(
    ALL_SCREENS.flat()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(SCREENS.map(({ id }) => id).toSorted())
})
