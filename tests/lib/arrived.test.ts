import { describe, expect, it } from 'vitest'
import { arrived } from '../../src/lib/arrived.ts'

describe('code that is imported later', () => {
  it('is what came', async () => {
    expect(await arrived(Promise.resolve('code'))).toBe('code')
  })

  it.each([
    'Failed to fetch dynamically imported module: https://park.test/assets/overlay.js',
    'error loading dynamically imported module: https://park.test/assets/overlay.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/overlay.css',
  ])('is null where the browser says "%s"', async (message) => {
    expect(await arrived(Promise.reject(new TypeError(message)))).toBeNull()
  })

  it('throws where it came and failed', async () => {
    const broken = new TypeError('Class extends value undefined is not a constructor or null')
    await expect(arrived(Promise.reject(broken))).rejects.toBe(broken)
  })
})
