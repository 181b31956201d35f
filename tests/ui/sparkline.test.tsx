import { render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Sparkline } from '../../src/ui/sparkline.tsx'

const observed: Element[] = []

class FakeObserver {
  observe(element: Element): void {
    observed.push(element)
  }

  disconnect(): void {
    observed.pop()
  }
}

const of = (values: readonly number[]) => <Sparkline values={values} tone="water" label="Water" />

afterEach(() => vi.unstubAllGlobals())

it('takes a canvas when there is a trend to draw, not before', () => {
  vi.stubGlobal('ResizeObserver', FakeObserver)
  const { rerender, unmount, getByText } = render(of([]))
  expect(getByText('Water')).toBeDefined()
  expect(observed).toHaveLength(0)
  rerender(of([1, 2, 3]))
  expect(observed).toHaveLength(1)
  unmount()
  expect(observed).toHaveLength(0)
})
