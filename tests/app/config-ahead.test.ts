import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askForConfig, likelyPark, takeConfig } from '../../src/app/config-ahead.ts'

let asked = 0

function answerWith(body: string): void {
  vi.stubGlobal('fetch', () => {
    asked += 1
    return Promise.resolve(new Response(body))
  })
}

beforeEach(() => {
  asked = 0
})

afterEach(async () => {
  await takeConfig().catch(() => undefined)
  vi.unstubAllGlobals()
})

describe('a configuration that is asked for ahead', () => {
  it('is asked for once, told a guess, and taken whole', async () => {
    answerWith('{"defaultPark":"long-duc"}')
    expect(await likelyPark('')).toBe('long-duc')
    expect(await (await takeConfig()).text()).toBe('{"defaultPark":"long-duc"}')
    expect(asked).toBe(1)
  })

  it('is asked for anew by whoever comes again', async () => {
    answerWith('{}')
    void askForConfig()
    await takeConfig()
    await takeConfig()
    expect(asked).toBe(2)
  })

  it('guesses the park of the address before that of the configuration', async () => {
    answerWith('{"defaultPark":"long-duc"}')
    expect(await likelyPark('#/bau-bang/energy?lang=en')).toBe('bau-bang')
  })

  it.each([
    ['a page with a server', '{"defaultPark":"long-duc","apiBaseUrl":"https://park.example"}'],
    ['no default park', '{"parks":["long-duc"]}'],
    ['no object', '[1,2]'],
    ['nothing that can be read', '<!doctype html>'],
  ])('guesses none for %s', async (_, body) => {
    answerWith(body)
    expect(await likelyPark('')).toBeNull()
  })

  it('guesses none where the host is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')))
    expect(await likelyPark('#/bau-bang/overview')).toBeNull()
  })
})
