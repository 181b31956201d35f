import { expect, it } from 'vitest'
import { cacheName, cachesToDrop, shellRoute } from '../../../src/domain/recovery/shell-cache.ts'

const SCOPE = 'https://park.example/room/'
const route = (url: string, isNavigation = false, method = 'GET') =>
  shellRoute({ url: new URL(url, SCOPE).href, method, isNavigation }, SCOPE)

it('keeps files of the build and nothing else', () => {
  expect(route('./', true)).toBe('page')
  expect(route('./index.html', true)).toBe('page')
  expect(route('./config.json')).toBe('config')
  expect(route('./assets/index-a1.js')).toBe('asset')
  expect(route('./icon.svg')).toBe('asset')
  // Answers of the API, wherever it lives.
  expect(route('./api/v1/parks')).toBe('pass')
  expect(route('/api/v1/parks')).toBe('pass')
  expect(route('https://api.example/room/assets/x.js')).toBe('pass')
  expect(route('./api/v1/alarms', false, 'POST')).toBe('pass')
  // A probe asks whether the host is there; a copy must not answer for it.
  expect(route('./index.html?probe=1')).toBe('pass')
  expect(route('./config.json?probe=1')).toBe('pass')
  expect(route('./?state=a&code=b', true)).toBe('page')
  expect(route('./sw.js')).toBe('pass')
})

it('drops all caches of ours but the version at hand and the one before it', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(cacheName)
  expect(cachesToDrop(['of-another-app', a ?? '', b ?? '', c ?? ''], c ?? '')).toEqual([a])
  expect(cachesToDrop([a ?? ''], a ?? '')).toEqual([])
  // Back to a version that was there before.
  expect(cachesToDrop([a ?? '', b ?? '', c ?? ''], a ?? '')).toEqual([b])
})
