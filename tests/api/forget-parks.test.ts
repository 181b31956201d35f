import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { forgetOtherParks } from '../../src/api/forget-parks.ts'

it('drops what nobody shows of the other parks, and nothing else', () => {
  const client = new QueryClient()
  const keys = [
    ['parks'],
    ['parks', 'long-duc'],
    ['parks', 'long-duc', 'points'],
    ['parks', 'long-duc', 'snapshot'],
    ['parks', 'bau-bang', 'points'],
    ['reference', 'tariffs'],
  ]
  for (const key of keys) client.setQueryData(key, 1)
  // The portfolio shows this one.
  const stop = new QueryObserver(client, {
    queryKey: ['parks', 'long-duc', 'snapshot'],
    staleTime: Infinity,
  }).subscribe(() => {})
  forgetOtherParks(client, 'bau-bang')
  const left = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey)
  expect(left).toEqual(keys.filter((key) => !key.includes('points') || key.includes('bau-bang')))
  stop()
  client.clear()
})

it('lets what is on its way arrive: a page that compares parks waits for it', async () => {
  const client = new QueryClient()
  const asked = client.fetchQuery({ queryKey: ['parks', 'long-duc', 'points'], queryFn: async () => 'points' })
  forgetOtherParks(client, 'bau-bang')
  await expect(asked).resolves.toBe('points')
  forgetOtherParks(client, 'bau-bang')
  expect(client.getQueryData(['parks', 'long-duc', 'points'])).toBeUndefined()
})
