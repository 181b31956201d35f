import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { assetSchema, parkSchema, pointSchema, tenantSchema } from '../../src/contract/resources.ts'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { DetailPanel } from '../../src/features/detail/detail-panel.tsx'
import { ParkContext } from '../../src/session/park-context.ts'
import type { HistoryRange, Selection, ViewPatch } from '../../src/session/view.ts'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

const source = { title: 'test', year: 2020, confidence: 'simulated' }
const three = (text: string) => ({ vi: text, en: text, ja: text })
const park = parkSchema.parse({
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
  gridEmissionFactor: { tCO2PerMWh: 0.6592, year: 2023, source },
  planStatus: 'schematic',
  aliases: { wall: false, tour: false, export: false },
})

function asset(id: string, parentId: string | null, tenantId: string | null = null) {
  return assetSchema.parse({
    id,
    kind: id.startsWith('em') ? 'electricity-meter' : 'distribution-transformer',
    code: id.toUpperCase(),
    name: null,
    position: [106.6, 11.2],
    parentId,
    plotId: 'plot-a01',
    siteId: null,
    tenantId,
    gatewayId: null,
    nodeId: null,
    wasteStream: null,
    facts: [{ key: 'rated-power', value: null, unit: 'MV.A', source }],
  })
}

const HOSTILE = [
  '<img src=x onerror=alert(1)><b>Công ty</b>',
  '\u202Eتسنموك\u202C & <script>',
  'W'.repeat(300),
  '{{count}} $t(shell:nav.overview)',
]

function indexWith(name: string) {
  const tenant = tenantSchema.parse({
    id: 't-1',
    name,
    alias: 'A',
    country: 'VN',
    industry: 'textile',
    vsic: '1311',
    plotIds: ['plot-a01'],
    headcount: null,
    contractedPowerKw: 1200,
    contractedWaterM3PerDay: null,
    contractedWastewaterM3PerDay: null,
    since: null,
    source,
  })
  const point = pointSchema.parse({
    id: 'em-1.active-power',
    assetId: 'em-1',
    kind: 'active-power',
    stream: 'energy',
    unit: 'kW',
    periodMs: 5000,
    range: [0, 1000],
    decimals: 0,
    limits: [],
    gatewayId: null,
  })
  return indexPark(park, [asset('dt-1', null), asset('em-1', 'dt-1', 't-1')], [point], [tenant])
}

async function open(selection: Selection, name = 'Nhà máy Sợi', historyRange: HistoryRange = '24h') {
  const select = vi.fn<(next: Selection | null) => void>()
  const patch = vi.fn<(next: ViewPatch) => void>()
  const result = await renderIn(
    'vi',
    <QueryClientProvider client={new QueryClient()}>
      <ParkContext value={indexWith(name)}>
        <ViewProvider value={shellOf({ selection, historyRange }, { select, patch })}>
          <DetailPanel />
        </ViewProvider>
      </ParkContext>
    </QueryClientProvider>,
  )
  return { ...result, select, patch }
}

describe('detail panel', () => {
  it.each(HOSTILE)('shows a hostile name as plain text: %s', async (name) => {
    const { container } = await open({ type: 'tenant', id: 't-1' }, name)
    expect(
      screen.getByRole('heading', { level: 2, name: (_, element) => element.textContent === name }),
    ).toBeInTheDocument()
    expect(container.querySelector('img, b, script')).toBeNull()
  })

  it('says "not enough data" for a fact that nobody knows', async () => {
    await open({ type: 'tenant', id: 't-1' })
    expect(screen.getAllByText('Chưa đủ dữ liệu').length).toBeGreaterThan(0)
    expect(screen.getByText('1.200')).toBeInTheDocument()
  })

  it('shows whom a meter is supplied by, and opens it by keyboard', async () => {
    const { select } = await open({ type: 'asset', id: 'em-1' })
    const upstream = screen.getByRole('button', { name: /Máy biến áp phân phối DT-1/ })
    upstream.focus()
    await userEvent.keyboard('{Enter}')
    expect(select).toHaveBeenCalledWith({ type: 'asset', id: 'dt-1' })
  })

  it('marks a point without a reading as waiting, with a dash', async () => {
    const { container } = await open({ type: 'asset', id: 'em-1' })
    expect(screen.getByText('Đang chờ')).toBeInTheDocument()
    expect(container.querySelector('[data-point] [data-live-value]')).toBeNull()
  })

  it('looks as far back as the link says, and puts another range into it', async () => {
    const { patch } = await open({ type: 'asset', id: 'em-1' }, undefined, '30d')
    expect(screen.getByRole('button', { name: '30 ngày' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(screen.getByRole('button', { name: '1 năm' }))
    expect(patch).toHaveBeenCalledWith({ historyRange: '1y' })
  })

  it('closes by its button', async () => {
    const { select } = await open({ type: 'asset', id: 'em-1' })
    await userEvent.click(screen.getByRole('button', { name: 'Đóng chi tiết' }))
    expect(select).toHaveBeenCalledWith(null)
  })

  it('says so when the link names something that is not there', async () => {
    await open({ type: 'asset', id: 'no-such-thing' })
    expect(screen.getByText('Không tìm thấy no-such-thing trong khu này')).toBeInTheDocument()
  })
})
