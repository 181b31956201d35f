import { describe, expect, it } from 'vitest'
import { call } from '../../src/api/call.ts'
import { AbortError, ContractError, HttpError, OfflineError, isApiError } from '../../src/api/errors.ts'
import { readRetryAfter } from '../../src/api/request.ts'
import { retryDelay, shouldRetry } from '../../src/api/retry.ts'
import { answerWith, json } from './fake-fetch.ts'

const info = { contract: '1.0', name: 'x', time: '2026-11-22T05:00:00Z', dataMode: 'simulated', holdLastValueS: 900 }

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}

describe('call', () => {
  it('builds path, query and body from the table', async () => {
    const asked = answerWith(() => json({ ticket: 'abcdefgh', expires: '2026-11-22T05:00:00Z' }, { status: 201 }))
    await call('liveTicket', { body: { parkId: 'a-park' } })
    expect(asked[0]?.url.href).toBe('http://park.test/api/v1/live/tickets')
    expect(asked[0]?.method).toBe('POST')
    expect(asked[0]?.body).toBe('{"parkId":"a-park"}')
  })

  it('tolerates fields it does not know', async () => {
    answerWith(() => json({ ...info, colour: 'blue' }))
    expect(await call('server', {})).toEqual(info)
  })

  it('turns an error status into HttpError with its problem document', async () => {
    const problem = { type: 't', title: 'Not found', status: 404, detail: 'park "x" does not exist' }
    answerWith(() => json(problem, { status: 404 }))
    const error = await failureOf(call('park', { params: { parkId: 'x' } }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ endpoint: 'park', status: 404, problem, retryAfterMs: null })
    expect(isApiError(error)).toBe(true)
  })

  it('keeps the status of an error whose body is no problem document', async () => {
    answerWith(() => new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(await failureOf(call('server', {}))).toMatchObject({ name: 'HttpError', status: 502, problem: null })
  })

  it('names the field of an answer that breaks the contract', async () => {
    answerWith(() => json({ ...info, holdLastValueS: '900' }))
    const error = await failureOf(call('server', {}))
    expect(error).toBeInstanceOf(ContractError)
    expect(error).toMatchObject({ endpoint: 'server', issues: [{ path: 'holdLastValueS' }] })
  })

  it('calls an answer that is not JSON a broken contract', async () => {
    answerWith(() => new Response('<html></html>'))
    expect(await failureOf(call('server', {}))).toMatchObject({
      issues: [{ path: '', message: 'the answer is not JSON' }],
    })
  })

  it("refuses another park's answer", async () => {
    const history = { parkId: 'long-duc', from: info.time, to: info.time, stepMs: 60_000, series: [] }
    answerWith(() => json(history))
    const query = { points: 'em-a01.cod', from: info.time, to: info.time, step: 60_000 }
    expect(await failureOf(call('readings', { params: { parkId: 'bau-bang' }, query }))).toMatchObject({
      name: 'ContractError',
      issues: [{ path: 'parkId', message: '"long-duc" was not asked for' }],
    })
    answerWith(() => json({ id: 'long-duc' }))
    expect(await failureOf(call('park', { params: { parkId: 'bau-bang' } }))).toMatchObject({
      issues: [{ path: 'id' }],
    })
  })

  it('refuses parameters before anything is sent', async () => {
    const asked = answerWith(() => json(info))
    const error = await failureOf(call('park', { params: { parkId: '../secrets' } }))
    expect(error).toMatchObject({ name: 'ContractError', issues: [{ path: 'params.parkId' }] })
    expect(asked).toEqual([])
  })

  it('calls an unreachable server offline', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await failureOf(call('server', {}))).toBeInstanceOf(OfflineError)
  })

  it('calls a server that never answers offline, too', async () => {
    answerWith(
      (_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      20,
    )
    expect(await failureOf(call('server', {}))).toBeInstanceOf(OfflineError)
  })

  it('says when the caller took the request back', async () => {
    const controller = new AbortController()
    answerWith(
      (_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    const waiting = failureOf(call('server', { signal: controller.signal }))
    controller.abort()
    expect(await waiting).toBeInstanceOf(AbortError)
  })
})

describe('retries', () => {
  it.each([
    ['7', null, 7000],
    [' 3 ', null, 3000],
    ['Sun, 22 Nov 2026 05:00:30 GMT', 'Sun, 22 Nov 2026 05:00:00 GMT', 30_000],
    ['Sun, 22 Nov 2026 04:00:00 GMT', 'Sun, 22 Nov 2026 05:00:00 GMT', 0],
    ['soon', null, null],
    ['-5', 'nonsense', null],
    [null, null, null],
  ])('reads Retry-After %s', (header, date, waitMs) => {
    expect(readRetryAfter(header, date)).toBe(waitMs)
  })

  it('waits as long as the server asks, within reason', () => {
    expect(retryDelay(0, new HttpError('x', 503, null, 4000))).toBe(4000)
    expect(retryDelay(0, new HttpError('x', 429, null, 9e9))).toBe(120_000)
    expect([0, 1, 2, 3, 4, 5].map((n) => retryDelay(n, new OfflineError('x', null)))).toEqual([
      1000, 2000, 5000, 10_000, 30_000, 30_000,
    ])
  })

  it('asks again only where that can help', () => {
    expect(shouldRetry(0, new ContractError('x', []))).toBe(false)
    expect(shouldRetry(0, new AbortError('x'))).toBe(false)
    expect(shouldRetry(0, new HttpError('x', 404, null, null))).toBe(false)
    expect(shouldRetry(0, new HttpError('x', 429, null, null))).toBe(true)
    expect(shouldRetry(0, new HttpError('x', 503, null, null))).toBe(true)
    expect(shouldRetry(4, new OfflineError('x', null))).toBe(true)
    expect(shouldRetry(5, new OfflineError('x', null))).toBe(false)
  })
})
