import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callCollection } from '../../src/api/call-collection.ts'
import { callHistory } from '../../src/api/call-history.ts'
import { callList } from '../../src/api/call-list.ts'
import { rejectionsSnapshot } from '../../src/api/rejections.ts'
import { smallModel } from '../contract/small-park.ts'
import { answerWith, json } from './fake-fetch.ts'

const params = { parkId: 'a-park' }
const [goodPoint] = smallModel.points

function pointNamed(id: string): Record<string, unknown> {
  return { ...goodPoint, id }
}

function rejected(): number {
  return rejectionsSnapshot().reduce((sum, entry) => sum + entry.count, 0)
}

const feature = (id: string, lng: unknown = 106) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [lng, 11] },
  properties: { name: { vi: 'a', en: 'a', ja: 'a' }, assetId: null },
})
const page = (features: unknown[], next: boolean) => ({
  type: 'FeatureCollection',
  features,
  numberMatched: 3,
  numberReturned: features.length,
  links: next ? [{ href: 'x', rel: 'next' }] : [],
})

const column = [1, 2]
const series = (pointId: string, more: object = {}) => ({
  pointId,
  min: column,
  mean: column,
  max: column,
  last: column,
  count: column,
  expected: column,
  worstQuality: ['Good', 'Good'],
  ...more,
})
const answer = (rows: unknown[]) => ({
  parkId: 'a-park',
  from: '2026-01-01T00:00:00Z',
  to: '2026-01-01T00:02:00Z',
  stepMs: 60_000,
  series: rows,
})
describe('callList', () => {
  it('joins pages', async () => {
    const asked = answerWith(({ url }) =>
      url.searchParams.has('cursor')
        ? json({ items: [pointNamed('b.flow')], nextCursor: null, total: 2 })
        : json({ items: [pointNamed('a.flow')], nextCursor: 'p1', total: 2 }),
    )
    expect((await callList('points', { params })).map((point) => point.id)).toEqual(['a.flow', 'b.flow'])
    expect(asked.map(({ url }) => url.searchParams.get('limit'))).toEqual(['5000', '5000'])
  })

  it('names field and row of what it leaves out', async () => {
    answerWith(() => json({ items: [{ ...pointNamed('c.flow'), periodMs: -1 }], nextCursor: null, total: 1 }))
    expect(await callList('points', { params })).toEqual([])
    const entry = rejectionsSnapshot().find(({ reason }) => reason.startsWith('points: periodMs'))
    expect(entry?.sample).toContain('c.flow')
  })

  it('keeps every good row, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constant('good'), fc.anything())), async (rows) => {
        const items = rows.map((row, k) => (row === 'good' ? pointNamed(`p${k}.flow`) : row))
        const good = items.filter((_, k) => rows[k] === 'good')
        answerWith(() => new Response(textOf({ items, nextCursor: null, total: items.length })))
        const before = rejected()
        const kept = await callList('points', { params })
        expect(kept).toEqual(good)
        expect(rejected() - before).toBe(items.length - good.length)
      }),
      { numRuns: 100 },
    )
  })

  it('counts a repeated id once', async () => {
    answerWith(() => json({ items: [pointNamed('d.flow'), pointNamed('d.flow')], nextCursor: null, total: 2 }))
    expect(await callList('points', { params })).toHaveLength(1)
  })

  it('refuses a list without an envelope, and one that never ends', async () => {
    answerWith(() => json({ items: 'none' }))
    await expect(callList('points', { params })).rejects.toMatchObject({ name: 'ContractError' })
    answerWith(() => json({ items: [], nextCursor: 'p1', total: 1 }))
    await expect(callList('points', { params })).rejects.toMatchObject({ issues: [{ path: 'nextCursor' }] })
  })

  it('keeps hostile names as plain text', async () => {
    const [tenant] = smallModel.tenants
    const name = `<img src=x onerror=alert(1)>\u202E${'長'.repeat(300)}`
    answerWith(() => json({ items: [{ ...tenant, name }], nextCursor: null, total: 1 }))
    expect((await callList('tenants', { params }))[0]?.name).toBe(name)
  })
})

describe('callCollection', () => {
  it('joins pages and leaves bad features out', async () => {
    const asked = answerWith(({ url }) =>
      url.searchParams.get('offset') === '0'
        ? json(page([feature('a'), feature('b', 'east')], true))
        : json(page([feature('c')], false)),
    )
    const features = await callCollection('a-park', 'unit-labels')
    expect(features.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(asked.map(({ url }) => url.searchParams.get('offset'))).toEqual(['0', '2'])
    expect(
      rejectionsSnapshot().some(({ reason }) => reason.startsWith('items/unit-labels: geometry.coordinates')),
    ).toBe(true)
  })

  it.each([[Infinity], [181], [-181], [null]])('leaves out a feature at longitude %s', async (lng) => {
    answerWith(() => new Response(textOf(page([feature('bad', lng), feature('good')], false))))
    expect((await callCollection('a-park', 'unit-labels')).map(({ id }) => id)).toEqual(['good'])
  })
})

describe('callHistory', () => {
  const range = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 0, 1, 0, 2), stepMs: 60_000 }

  it('leaves out series that are short, foreign or broken', async () => {
    const rows = [
      series('a.flow'),
      series('b.flow', { max: [1] }),
      series('x.flow'),
      series('c.flow', { worstQuality: ['Good', 'Superb'] }),
    ]
    answerWith(() => json(answer(rows)))
    const history = await callHistory('a-park', { ...range, points: ['a.flow', 'b.flow', 'c.flow'] })
    expect(history.series.map(({ pointId }) => pointId)).toEqual(['a.flow'])
  })

  it('splits long lists of points', async () => {
    const points = Array.from({ length: 320 }, (_, k) => `p${k}.flow`)
    const asked = answerWith(({ url }) =>
      json(answer((url.searchParams.get('points') ?? '').split(',').map((id) => series(id)))),
    )
    const history = await callHistory('a-park', { ...range, points })
    expect(asked).toHaveLength(3)
    expect(history.series.map(({ pointId }) => pointId)).toEqual(points)
  })
})

/** JSON as a careless server writes it: 1e999 for infinity, null for what JSON cannot say. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'bigint' || typeof item === 'symbol' || typeof item === 'function') return String(item)
    return item === Infinity ? '\u0000inf' : item
  }).replaceAll('"\\u0000inf"', '1e999')
}
