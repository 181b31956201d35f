import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { normsSchema } from '../../src/contract/reference.ts'
import { tenantSchema } from '../../src/contract/resources.ts'
import type { TenantRow } from '../../src/domain/tenants/tenant-rows.ts'
import { TenantFacts } from '../../src/features/tenants/tenant-facts.tsx'
import { ClockBasis } from '../../src/features/waste/clock-basis.tsx'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import norms from '../../fixtures/reference/norms.json' with { type: 'json' }
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

it.each([
  ['en', 'Article 71.1c, Decree 08/2022/NĐ-CP', /the warning day is our proposal/],
  ['vi', 'Điều 71.1c, Nghị định 08/2022/NĐ-CP', /ngày cảnh báo là đề xuất/],
  ['ja', '政令08/2022/NĐ-CP 第71条1項c号', /警告日/],
] as const)('the rule behind a waste clock is cited in %s', async (locale, words, note) => {
  const [lot] = normsSchema.parse(norms).legalClocks
  if (!lot) throw new Error('no clock')
  await renderIn(locale, <ClockBasis source={lot.source} />)
  expect(screen.getByText(words)).toHaveAttribute('title', expect.stringMatching(note))
})

it.each([
  ['en', /Parkscope simulator/],
  ['vi', /Bộ mô phỏng Parkscope/],
  ['ja', /Parkscopeシミュレーター/],
] as const)('the source of a contract is named in %s', async (locale, words) => {
  const tenant = tenantSchema.parse({
    id: 't-a01',
    name: 'Tenant',
    alias: 'A-01',
    country: 'VN',
    industry: 'fibre',
    vsic: '2030',
    plotIds: ['plot-a01'],
    headcount: null,
    contractedPowerKw: null,
    contractedWaterM3PerDay: null,
    contractedWastewaterM3PerDay: null,
    since: null,
    source: {
      title: 'Parkscope simulator',
      titles: { vi: 'Bộ mô phỏng Parkscope', en: 'Parkscope simulator', ja: 'Parkscopeシミュレーター' },
      year: null,
      confidence: 'simulated',
    },
  })
  const row: Pick<TenantRow, 'tenant' | 'plots' | 'areaHa'> = { tenant, plots: [], areaHa: null }
  await renderIn(
    locale,
    <ViewProvider value={shellOf({ parkId: 'bau-bang', screen: 'tenants' })}>
      <TenantFacts row={row} />
    </ViewProvider>,
  )
  expect(screen.getByText(words)).toBeVisible()
})
