import type { Answer } from '../../../src/contract/endpoints.ts'
import type { HttpProbe } from './http-probe.ts'
import { expectThat } from './report.ts'

type ListEndpoint = 'parks' | 'assets' | 'points' | 'tenants' | 'permits' | 'tours' | 'criteria'
const MAX_PAGES = 10_000

export interface Row {
  id: string
}

/** Reads every page of a list and checks that pages join without a hole, a repeat or a wrong total. */
export async function readAllPages<N extends ListEndpoint>(
  probe: HttpProbe,
  name: N,
  path: string,
  limit: number,
): Promise<Answer<N>['items'][number][]> {
  const first = await probe.get(name, `${path}?limit=${limit}`)
  const items = [...first.items]
  let { nextCursor } = first
  for (let page = 1; nextCursor !== null; page++) {
    expectThat(page < MAX_PAGES, name, 'nextCursor: the list does not end')
    const next = await probe.get(name, `${path}?limit=${limit}&cursor=${encodeURIComponent(nextCursor)}`)
    expectThat(next.items.length <= limit, name, `items: ${next.items.length} rows in a page of at most ${limit}`)
    expectThat(next.total === first.total, name, `total: changes between pages (${first.total}, ${next.total})`)
    items.push(...next.items)
    nextCursor = next.nextCursor
  }
  expectThat(items.length === first.total, name, `total: says ${first.total}, pages hold ${items.length}`)
  expectUnique(name, items)
  return items
}

/** Ids name one thing each. */
export function expectUnique(place: string, rows: readonly Row[]): void {
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    expectThat(!seen.has(row.id), place, `items[${index}].id: "${row.id}" is given twice`)
    seen.add(row.id)
  }
}
