import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ChartFrame } from '../../src/charts/chart-frame.tsx'
import { useExportMeta } from '../../src/charts/use-export-meta.ts'
import type { Locale } from '../../src/contract/primitives.ts'
import { type Park, tenantSchema } from '../../src/contract/resources.ts'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { readXlsx } from '../../src/lib/xlsx-read.ts'
import { ParkContext, useParkIndex } from '../../src/session/park-context.ts'
import { LAYOUTS, type Layout } from '../../src/session/presentation.ts'
import { Presentation } from '../../src/ui/presentation.tsx'
import { useTenantName } from '../../src/ui/use-tenant-name.ts'
import { parkOf } from '../tenants-park.ts'
import { renderIn } from './render.tsx'

const NAME = 'Công ty TNHH "Dệt" An Phú'
const TENANT = tenantSchema.parse({
  id: 't-a01',
  name: NAME,
  alias: 'A-01',
  country: 'VN',
  industry: 'textile',
  vsic: '1311',
  plotIds: ['plot-a01'],
  headcount: null,
  contractedPowerKw: null,
  contractedWaterM3PerDay: null,
  contractedWastewaterM3PerDay: null,
  since: null,
  source: { title: 'Test', year: 2026, confidence: 'simulated' },
})

/** What a screen may do with a tenant: take it from the lists, or hold one of its own; draw it, and export it. */
function Page() {
  const index = useParkIndex()
  const nameOf = useTenantName()
  const listed = index?.tenants[0]?.name ?? ''
  const exportMeta = useExportMeta({
    title: `Load of ${NAME}`,
    unit: 'kW',
    fromMs: 0,
    toMs: 1000,
    source: 'meter',
    simulated: true,
  })
  return (
    <>
      <p>
        {listed} / {nameOf(TENANT)}
      </p>
      <ChartFrame
        title="Load"
        meta=""
        exportMeta={exportMeta}
        fileName="load"
        table={{ columns: [{ label: 'Tenant', kind: 'text' }], rows: [[listed], [`log: ${NAME} called`]] }}
      >
        <p />
      </ChartFrame>
    </>
  )
}

async function open(layout: Layout, aliases: Partial<Park['aliases']>, locale: Locale = 'en'): Promise<void> {
  await renderIn(
    locale,
    <ParkContext value={indexPark(parkOf(aliases), [], [], [TENANT])}>
      <Presentation layout={layout}>
        <Page />
      </Presentation>
    </ParkContext>,
  )
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('tenants by layout', () => {
  it.each(LAYOUTS)('%s shows aliases exactly where the park says so', async (layout) => {
    await open(layout, { wall: layout === 'wall', tour: layout === 'tour' })
    const veiled = layout !== 'desk'
    expect(document.body.innerHTML.includes('An Phú')).toBe(!veiled)
    expect(screen.getByText(veiled ? 'Tenant A-01 / Tenant A-01' : `${NAME} / ${NAME}`)).toBeVisible()
    cleanup()
    await open(layout, {})
    expect(screen.getByText(`${NAME} / ${NAME}`)).toBeVisible()
  })

  it.each([
    ['vi', 'Doanh nghiệp A-01'],
    ['ja', '入居企業 A-01'],
  ] as const)('words the alias in %s', async (locale, alias) => {
    await open('tour', { tour: true }, locale)
    expect(screen.getByText(`${alias} / ${alias}`)).toBeVisible()
  })

  it('hands out files without a name, from every layout, in every format', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return 'blob:x'
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await open('desk', { export: true })
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }))
    await userEvent.click(screen.getByRole('button', { name: 'XLSX' }))
    await vi.waitFor(() => expect(files).toHaveLength(2), { timeout: 10_000 })
    const [csv, xlsx] = files
    const text = (await csv?.text()) ?? ''
    expect(text).toContain('Load of Tenant A-01')
    expect(text).toContain('log: Tenant A-01 called')
    expect(text).not.toContain('An Phú')
    const cells = JSON.stringify(xlsx ? await readXlsx(xlsx) : [])
    expect(cells).toContain('log: Tenant A-01 called')
    expect(cells).not.toContain('An Phú')
  })
})
