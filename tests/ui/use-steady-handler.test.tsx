import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useSteadyHandler } from '../../src/ui/use-steady-handler.ts'

it('is the same function for life and calls the newest handler', () => {
  const heard: string[] = []
  const { result, rerender } = renderHook(
    ({ name }) => useSteadyHandler((word: string) => heard.push(`${name} ${word}`)),
    { initialProps: { name: 'first' } },
  )
  const early = result.current
  early('a')
  rerender({ name: 'second' })
  early('b')
  expect(result.current).toBe(early)
  expect(heard).toEqual(['first a', 'second b'])
})
