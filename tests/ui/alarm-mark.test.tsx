import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { AlarmMark } from '../../src/ui/alarm-mark.tsx'

afterEach(cleanup)

it.each([
  [{ size: 36 }, '2.25rem'],
  [{}, '1.25rem'],
  [{ px: 40 }, '40px'],
])('keeps its size within the picture of a chart, where styles give none: %o', (size, edge) => {
  render(
    <svg>
      <AlarmMark priority={4} state="returned" label="P4" {...size} />
    </svg>,
  )
  const mark = screen.getByRole('img', { name: 'P4' })
  expect([mark.getAttribute('width'), mark.getAttribute('height')]).toEqual([edge, edge])
})
