import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callAlarms, callJournalPage, callJournalSpan } from '../../src/api/call-alarms.ts'
import { callCollection } from '../../src/api/call-collection.ts'
import { callHistory } from '../../src/api/call-history.ts'
import { callList } from '../../src/api/call-list.ts'
import { callRegister } from '../../src/api/call-register.ts'
import { call } from '../../src/api/call.ts'
import { HttpError, isApiError } from '../../src/api/errors.ts'
import { ENDPOINTS, type EndpointName, type ListName } from '../../src/contract/endpoints.ts'
import { answerWith, json } from '../api/fake-fetch.ts'
import { ENDPOINT_NAMES, goodAnswers, inputOf } from '../contract/every-call.ts'
import { START_MS, createSmallHost } from '../contract/small-host.ts'
import { IS_LONG, hostile, mutated } from './hostile.ts'

/** There are many endpoints: each takes few cases in a short run. */
const RUNS_EACH = IS_LONG ? 10_000 : 12
const PARK = 'small-park'

/** Long lists repeat themselves: their first members stand for the rest. Rings of geometry stay whole. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isOfObjects = value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
    return (isOfObjects ? value.slice(0, 3) : value).map(shortened)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]))
}

const whole = await goodAnswers(createSmallHost({ nowMs: START_MS }))
const GOOD = new Map([...whole].map(([name, answer]) => [name, shortened(answer)]))

/** Everything that a server, or something between, may answer in place of a good answer. */
function answersLike(good: unknown): fc.Arbitrary<string> {
  const text = JSON.stringify(good)
  return fc.oneof(
    { weight: 6, arbitrary: mutated(good).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: hostile.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.nat(text.length).map((at) => text.slice(0, at)) },
    { weight: 1, arbitrary: fc.string() },
  )
}

type Outcome = { parsed: unknown } | { error: unknown }

const settled = (work: Promise<unknown>): Promise<Outcome> =>
  work.then(
    (parsed) => ({ parsed }),
    (error: unknown) => ({ error }),
  )

async function holds<T>(cases: fc.Arbitrary<T>, law: (one: T) => Promise<boolean>): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, law), { numRuns: RUNS_EACH })
}

/** `call` with a name that is known only while the test runs. */
function callByName(name: EndpointName): Promise<unknown> {
  const work: unknown = Reflect.apply(call, null, [name, inputOf(name)])
  return work instanceof Promise ? work : Promise.reject(new Error('call is not asynchronous'))
}

describe('an answer that was changed on its way', () => {
  it.each(ENDPOINT_NAMES)('to %s is parsed whole, or refused by name', async (name) => {
    const good = GOOD.get(name)
    expect(ENDPOINTS[name].answer.safeParse(good).error?.issues).toBeUndefined()
    const law = async (text: string): Promise<boolean> => {
      answerWith(() => new Response(text))
      const outcome = await settled(callByName(name))
      if ('error' in outcome) return isApiError(outcome.error) && outcome.error.message.startsWith(`${name}: `)
      // What got through means the same when it is read again: nothing half-read is handed on.
      return ENDPOINTS[name].answer.safeParse(JSON.parse(text)).success
    }
    await expect(holds(answersLike(good), law)).resolves.toBeUndefined()
  })
})

const LISTS = [
  'parks',
  'assets',
  'points',
  'tenants',
  'tours',
  'permits',
  'agenda',
  'criteria',
  'registers',
  'registerAudit',
  'alarmDefinitions',
  'log',
  'wallLinks',
  'workPermits',
  'handovers',
] as const satisfies readonly ListName[]

function textOf(part: object): Record<string, string> {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, String(value)]))
}

function textInput(name: ListName): { params: Record<string, string>; query: Record<string, string> } {
  const { params, query } = inputOf(name)
  return { params: textOf(params), query: textOf(query) }
}

const range = { points: ['em-a01.cod'], fromMs: START_MS - 3_600_000, toMs: START_MS, stepMs: 60_000 }
const READERS: readonly (readonly [string, EndpointName, () => Promise<unknown>])[] = [
  ...LISTS.map((name) => [`the list ${name}`, name, () => callList(name, textInput(name))] as const),
  ['alarms', 'alarms', () => callAlarms(PARK)],
  ['a page of the journal', 'alarmJournal', () => callJournalPage(PARK, {}, null, 100)],
  ['a span of the journal', 'alarmJournal', () => callJournalSpan(PARK, { fromMs: 0, toMs: START_MS })],
  ['a collection', 'items', () => callCollection(PARK, 'plots')],
  ['a register', 'registerRows', () => callRegister(PARK, 'actions')],
  ['history', 'readings', () => callHistory(PARK, range)],
]

describe('readers that keep the good rows of an answer', () => {
  it.each(READERS)('%s: rows, or a refusal by name', async (_, endpoint, read) => {
    const law = async (text: string): Promise<boolean> => {
      answerWith(() => new Response(text))
      const outcome = await settled(read())
      return 'error' in outcome ? isApiError(outcome.error) : typeof outcome.parsed === 'object'
    }
    await expect(holds(answersLike(GOOD.get(endpoint)), law)).resolves.toBeUndefined()
  })
})

async function waitsAWhile([status, body, retryAfter]: [number, string, string]): Promise<boolean> {
  answerWith(() => new Response(body, { status, headers: { 'retry-after': retryAfter } }))
  const outcome = await settled(call('server', {}))
  if (!('error' in outcome) || !(outcome.error instanceof HttpError)) return false
  const { retryAfterMs } = outcome.error
  return (
    outcome.error.status === status && (retryAfterMs === null || (retryAfterMs >= 0 && Number.isFinite(retryAfterMs)))
  )
}

describe('a status, its document and its headers', () => {
  it('are an error that says how long to wait, and never a wait without end', async () => {
    const problem = { type: 'about:blank', title: 'Busy', status: 503, detail: 'later' }
    const cases = fc.tuple(
      fc.integer({ min: 400, max: 599 }),
      fc.oneof(answersLike(problem), fc.constant('')),
      fc.oneof(
        fc.constantFrom('7', '-1', '1e9', ' 3 ', 'Sun, 06 Nov 1994 08:49:37 GMT', 'NaN', '99999999999'),
        fc.base64String(),
      ),
    )
    await expect(holds(cases, waitsAWhile)).resolves.toBeUndefined()
  })

  it('a good answer of every endpoint gets through as it is', async () => {
    for (const name of ENDPOINT_NAMES) {
      answerWith(() => json(GOOD.get(name)))
      await expect(callByName(name)).resolves.toBeDefined()
    }
  })
})
