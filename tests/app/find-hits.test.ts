import { describe, expect, it } from 'vitest'
import { findHits, FIRST_OF_KIND, type Hit } from '../../src/app/commands/find-hits.ts'
import { foldText } from '../../src/i18n/fold.ts'

const hit = (kind: string, name: string): Hit => ({
  id: name,
  kind,
  name,
  hint: '',
  folded: foldText(name),
  run: () => undefined,
})
const meters = Array.from({ length: 22 }, (_, at) => hit('meter', `Đồng hồ nước thải ${at}`))
const hits = [hit('screen', 'Nước'), ...meters, hit('asset', 'Nhà máy xử lý nước thải')]
const shapeOf = (query: string, asked = {}) =>
  findHits(hits, query, asked).map(({ kind, shown, more }) => [kind, shown.length, more])

describe('what the palette finds', () => {
  it('leaves room for other kinds, and counts what it leaves out', () => {
    expect(shapeOf('nuoc thai')).toEqual([
      ['meter', FIRST_OF_KIND, 16],
      ['asset', 1, 0],
    ])
  })

  it('shows more of a kind when it is asked for', () => {
    expect(shapeOf('nuoc thai', { meter: 1 })).toEqual([
      ['meter', 22, 0],
      ['asset', 1, 0],
    ])
  })

  it('puts the kind first whose name starts with the query', () => {
    expect(findHits(hits, 'nha may', {})[0]?.kind).toBe('asset')
    expect(findHits(hits, 'nuoc', {})[0]?.shown[0]?.name).toBe('Nước')
  })

  it('offers the first ones before anything is asked', () => {
    expect(shapeOf('')).toEqual([
      ['screen', 1, 0],
      ['meter', 11, 0],
    ])
  })
})
