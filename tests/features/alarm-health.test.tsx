import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { alarmHealth } from '../../src/domain/alarms/alarm-health.ts'
import { withoutFew } from '../../src/domain/alarms/health-minimum.ts'
import { HealthTable } from '../../src/features/alarms/health-table.tsx'
import { HealthTiles } from '../../src/features/alarms/health-tiles.tsx'
import { callsSample } from '../alarms/alarm-samples.ts'
import { renderIn } from '../ui/render.tsx'

afterEach(cleanup)

const START_MS = Date.UTC(2026, 10, 20)
const healthOf = (calls: Parameters<typeof callsSample>[1]) =>
  withoutFew(alarmHealth(callsSample(START_MS, calls), START_MS, START_MS + 86_400_000))
const cellsOf = (label: string): string[] => {
  const row = screen.getByRole('rowheader', { name: label }).closest('tr')
  return [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)
}

describe('alarm health of two alarms', () => {
  it.each([
    ['en', 'not enough data', '0 / 1 / 1, needs 20', '1 acked, needs 5'],
    ['vi', 'chưa đủ dữ liệu', '0 / 1 / 1, cần từ 20', '1 lần, cần từ 5'],
    ['ja', 'データ不足', '0 / 1 / 1（20件から）', '1件（5件から）'],
  ] as const)('gives the counts and no share in %s', async (locale, none, split, acks) => {
    await renderIn(locale, <HealthTiles health={healthOf({ P1: 1, P2: 1, ackAfterS: [4] })} stale={0} />)
    expect(screen.getAllByText(none)).toHaveLength(2)
    expect(screen.getByText(split)).toBeVisible()
    expect(screen.getByText(acks)).toBeVisible()
  })

  it('shows a rate that is small as something', async () => {
    await renderIn('en', <HealthTiles health={healthOf({ P1: 1, P2: 1, ackAfterS: [4] })} stale={0} />)
    expect(screen.getByText('0.01')).toBeVisible()
  })

  it('judges none of its shares in the table', async () => {
    await renderIn('en', <HealthTable health={healthOf({ P1: 1, P2: 1, ackAfterS: [4] })} stale={0} />)
    expect(cellsOf('Share of P1')).toEqual(['1 of 2, needs 20', '≤ 5 %', '> 5 %', 'not enough data'])
    expect(cellsOf('Share of the ten most frequent')).toEqual([
      '2 of 2, needs 50',
      '≤ 5 %',
      '> 20 %',
      'not enough data',
    ])
    expect(cellsOf('Median time to ack P1').at(-1)).toBe('not enough data')
    expect(cellsOf('Most in any 10 min').at(-1)).toBe('meets')
  })
})

describe('alarm health of many alarms', () => {
  it('tells and judges the shares', async () => {
    await renderIn('en', <HealthTable health={healthOf({ P1: 2, P3: 18, P4: 30 })} stale={0} />)
    const [share, , , verdict] = cellsOf('Share of P1')
    expect(share).toMatch(/^10\s%$/u)
    expect(verdict).toBe('action needed')
  })

  it.each([
    [144, 'meets'],
    [146, 'above target'],
    [301, 'action needed'],
  ])('holds %d a day against the target that it shows', async (calls, verdict) => {
    await renderIn('en', <HealthTable health={healthOf({ P3: calls })} stale={0} />)
    const cells = screen
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent))
      .find(([, target]) => target === '≤ 144')
    expect(cells).toEqual([String(calls), '≤ 144', '> 300', verdict])
  })

  it('holds the ten most frequent against their target only where it can be met', async () => {
    await renderIn('en', <HealthTable health={healthOf({ P3: 100 })} stale={0} />)
    const [share, , , verdict] = cellsOf('Share of the ten most frequent')
    expect(share).toMatch(/^10\s%$/u)
    expect(verdict).toBe('not enough data')
  })
})
