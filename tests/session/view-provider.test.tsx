import { render } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type ViewActions, useParkId, useReplayedInstant, useView, useViewActions } from '../../src/session/view.ts'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { shellOf } from '../ui/view-fixture.ts'

it('draws what reads only park and instant when one of them changes, and not for anything else of the view', () => {
  let drawn = 0
  let drawnWhole = 0
  function Narrow() {
    drawn += 1
    return <p>{`${useParkId()} ${useReplayedInstant() ?? 'now'}`}</p>
  }
  function Whole() {
    drawnWhole += 1
    return <p>{useView().view.alarmId}</p>
  }
  const inside = (
    <>
      <Narrow />
      <Whole />
    </>
  )
  const shown = (view: Parameters<typeof shellOf>[0]) => <ViewProvider value={shellOf(view)}>{inside}</ViewProvider>
  const { rerender, container } = render(shown({ parkId: 'bau-bang', alarmId: 'a' }))
  rerender(shown({ parkId: 'bau-bang', alarmId: 'b' }))
  expect([drawn, drawnWhole]).toEqual([1, 2])
  expect(container).toHaveTextContent('bau-bang nowb')
  rerender(shown({ parkId: 'bau-bang', alarmId: 'b', at: 1_700_000_000_000 }))
  expect(container).toHaveTextContent('bau-bang 1700000000000b')
  rerender(shown({ parkId: 'long-duc', alarmId: 'b' }))
  expect(container).toHaveTextContent('long-duc nowb')
  expect(drawn).toBe(3)
})

it('does not draw anew who only changes the view, and changes what is on screen when it is asked to', () => {
  const seen: ViewActions[] = []
  function Changes() {
    seen.push(useViewActions())
    return null
  }
  const inside = <Changes />
  const [first, second] = [vi.fn<ViewActions['patch']>(), vi.fn<ViewActions['patch']>()]
  const shown = (alarmId: string, patch: typeof first) => (
    <ViewProvider value={shellOf({ parkId: 'bau-bang', alarmId }, { patch })}>{inside}</ViewProvider>
  )
  const { rerender } = render(shown('a', first))
  rerender(shown('b', second))
  expect(seen).toHaveLength(1)
  seen[0]?.patch({ alarmId: 'c' }, 'small')
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalledExactlyOnceWith({ alarmId: 'c' }, 'small')
})
