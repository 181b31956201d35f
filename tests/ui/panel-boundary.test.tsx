import { act, cleanup, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lazyPart } from '../../src/ui/lazy-part.tsx'
import { PanelBoundary } from '../../src/ui/panel-boundary.tsx'
import { renderIn } from './render.tsx'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('a part that fails leaves its neighbour alone and comes back by itself, ever later', async () => {
  let broken = true
  function Fragile() {
    if (broken) throw new Error('no such column')
    return <p>all is well</p>
  }
  vi.useFakeTimers({ shouldAdvanceTime: true })
  await renderIn(
    'en',
    <>
      <PanelBoundary>
        <Fragile />
      </PanelBoundary>
      <p>neighbour</p>
    </>,
  )
  expect(screen.getByText('neighbour')).toBeVisible()
  expect(screen.getByText(/no such column · Tries again by itself/)).toBeVisible()
  await act(() => vi.advanceTimersByTimeAsync(6000))
  expect(screen.getByText(/no such column/)).toBeVisible()
  broken = false
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(screen.queryByText('all is well')).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(6000))
  expect(screen.getByText('all is well')).toBeVisible()
})

it('code that did not come is asked for again', async () => {
  let asked = 0
  const Part = lazyPart(async () => {
    asked += 1
    if (asked === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return () => <p>it came</p>
  })
  await renderIn(
    'en',
    <PanelBoundary>
      <Suspense fallback={<p>waiting</p>}>
        <Part />
      </Suspense>
    </PanelBoundary>,
  )
  const retry = await screen.findByRole('button', { name: 'Try again' })
  act(() => retry.click())
  expect(await screen.findByText('it came')).toBeVisible()
  expect(asked).toBe(2)
})
