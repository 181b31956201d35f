import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { parkSchema } from '../../src/contract/resources.ts'
import { waterBalance } from '../../src/domain/balance/balance-kinds.ts'
import type { BalanceTerm } from '../../src/domain/balance/balance-term.ts'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { BalancePanel } from '../../src/features/water/balance-panel.tsx'
import { renderIn } from '../ui/render.tsx'

afterEach(cleanup)

const three = (text: string) => ({ vi: text, en: text, ja: text })
const index = indexPark(
  parkSchema.parse({
    id: 'test',
    name: three('Test'),
    province: three('Test'),
    operator: 'x',
    centre: [106.6, 11.2],
    areaHa: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    dataMode: 'simulated',
    address: three('x'),
    bbox: [106, 11, 107, 12],
    facts: [],
    targets: [],
    gridEmissionFactor: {
      tCO2PerMWh: 0.6592,
      year: 2023,
      source: { title: 'test', year: 2020, confidence: 'simulated' },
    },
    planStatus: 'schematic',
    aliases: { wall: false, tour: false, export: false },
  }),
  [],
  [],
  [],
)

function term(id: string, value: number, usual: number): BalanceTerm {
  return { id, reading: { value, quality: 'Good', freshness: 'live' }, accuracyPercent: null, usual }
}

/** 1,000 m³ came in, 1,031 were metered: WM-1 and WM-2 read more than on other days. */
const balance = waterBalance({
  sources: [term('FM-1', 1000, 1000)],
  tenants: [term('WM-1', 500, 480), term('WM-2', 451, 433), term('WM-3', 80, 80)],
  handedOn: [],
  tankGrowth: [],
})

describe('a balance whose residual is negative', () => {
  it.each([
    ['en', 'Negative residual −3.1 %, check meters WM-1 and WM-2'],
    ['vi', 'Chênh lệch âm −3,1 %, kiểm tra đồng hồ WM-1 và WM-2'],
    ['ja', '残差が負 −3.1 %、メーターWM-1、WM-2を点検'],
  ] as const)('says its share and the meters to check in %s', async (locale, words) => {
    const { container } = await renderIn(
      locale,
      <QueryClientProvider client={new QueryClient()}>
        <BalancePanel
          largestM3={1031}
          index={index}
          balance={balance}
          title="Balance"
          labels={{ supplied: 'In', used: 'Out', stored: 'Kept' }}
          flowTitle="Flow"
          fromMs={0}
          toMs={86_400_000}
        />
      </QueryClientProvider>,
    )
    expect(container.querySelector('[data-residual]')?.textContent.replace(/\u00a0/g, ' ')).toBe(words)
    expect(screen.getByRole('table', { name: 'Balance' })).toHaveTextContent('−31')
  })
})
