import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDraft } from '../../src/ui/use-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const kept: string[] = []
  const hook = renderHook(({ text }) => useDraft(text, (next) => kept.push(next)), { initialProps: { text: '' } })
  return { kept, hook }
}

it('shows each letter at once and hands the word on in the first pause', () => {
  const { kept, hook } = setUp()
  for (const text of ['p', 'pu', 'pum']) {
    act(() => hook.result.current.type(text))
    expect(hook.result.current.text).toBe(text)
    act(() => void vi.advanceTimersByTime(100))
  }
  expect(kept).toEqual([])
  act(() => void vi.advanceTimersByTime(60))
  expect(kept).toEqual(['pum'])
})

it('follows the page while nobody types', () => {
  const { hook } = setUp()
  hook.rerender({ text: 'from a link' })
  expect(hook.result.current.text).toBe('from a link')
})

it('waits for no pause when the field is left, only for the end of the press', () => {
  const { kept, hook } = setUp()
  act(() => hook.result.current.leave())
  act(() => hook.result.current.type('pump'))
  act(() => hook.result.current.leave())
  expect(kept).toEqual([])
  act(() => void vi.advanceTimersByTime(0))
  expect(kept).toEqual(['pump'])
  act(() => void vi.advanceTimersByTime(1000))
  expect(kept).toEqual(['pump'])
})

it('forgets a word that was dropped', () => {
  const { kept, hook } = setUp()
  act(() => hook.result.current.type('pump'))
  act(() => hook.result.current.drop())
  act(() => void vi.advanceTimersByTime(1000))
  expect(kept).toEqual([])
  expect(hook.result.current.text).toBe('')
})
