// Among the tests of pages: those of logic have the late code at hand from the start (`later-code.ts`).
import { describe, expect, it, vi } from 'vitest'
import { call } from '../../src/api/call.ts'
import { callList } from '../../src/api/call-list.ts'
import { callRegister } from '../../src/api/call-register.ts'
import { OfflineError } from '../../src/api/errors.ts'
import { answerWith, json } from './fake-fetch.ts'

const missing = vi.hoisted(() => () => {
  throw new TypeError('Failed to fetch dynamically imported module')
})
vi.mock('../../src/contract/later-endpoints.ts', missing)
vi.mock('../../src/contract/registers.ts', missing)

describe('a part of the contract whose code does not come', () => {
  it.each([
    ['tariffs', () => call('tariffs', {})],
    ['criteria', () => callList('criteria', {})],
    ['registerRows', () => callRegister('a-park', 'actions')],
  ])('makes %s a lost connection, and nothing is sent', async (endpoint, ask) => {
    const asked = answerWith(() => json({}))
    const error = await ask().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OfflineError)
    expect(error).toMatchObject({ endpoint })
    expect(asked).toEqual([])
  })

  it('leaves what the first picture asks for alone', async () => {
    answerWith(() => json({ ticket: 'abcdefgh', expires: '2026-11-22T05:00:00Z' }, { status: 201 }))
    expect(await call('liveTicket', { body: { parkId: 'a-park' } })).toMatchObject({ ticket: 'abcdefgh' })
  })
})
