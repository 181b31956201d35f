import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { alarmCatalogue, definitionOf } from '../../mocks/alarms/catalogue.ts'
import { alarmQueries } from '../../src/api/alarm-queries.ts'
import type { DailyReport, DailyRevision } from '../../src/contract/daily.ts'
import { type DailyInput, buildDailyReport } from '../../src/domain/daily/build-report.ts'
import { diffReports } from '../../src/domain/daily/diff-reports.ts'
import { Changes } from '../../src/features/daily/daily-changes.tsx'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

const lab = (note: string | null): DailyInput['given'] =>
  new Map([
    ['bod5', { values: [19.6], coverage: [1], target: 24.3, note, link: { kind: 'register', ids: ['lab-results'] } }],
  ])

function reportOf(more: Partial<DailyInput>): DailyReport {
  return buildDailyReport({
    date: '2026-11-19',
    cutOff: '2026-11-20T00:00:00Z',
    pointsGood: 90,
    pointsTotal: 100,
    weather: { maxTemperature: 33.1, rainMm: 4.2 },
    figures: new Map(),
    given: lab('2026-11-13'),
    targets: [],
    exceptions: [],
    decisions: [],
    ...more,
  })
}

const first = reportOf({
  decisions: [
    {
      text: 'Repair the meter',
      due: '2026-12-01',
      actionId: null,
      texts: { en: 'Repair the meter', vi: 'Sửa công tơ', ja: 'メーターを修理' },
    },
  ],
})
const second = reportOf({
  given: lab('2026-11-14'),
  exceptions: [
    {
      at: '2026-11-19T02:15:00Z',
      priority: 1,
      key: 'alarm',
      params: { definition: 'feeder-trip', asset: 'f-471', times: 2 },
      owner: 'operator',
    },
  ],
})
const head = { issuedAt: '2026-11-20T01:00:00Z', issuedBy: 'manager', reason: null }
const revisions: DailyRevision[] = [
  { ...head, revision: 1, changes: [], report: first },
  { ...head, revision: 2, changes: diffReports(first, second), report: second },
]

it.each([
  ['en', /^Repair the meter → /, / → 09:15 Feeder tripped$/, '13 Nov → 14 Nov'],
  ['vi', /^Sửa công tơ → /, / → 09:15 Xuất tuyến trung thế nhảy máy cắt$/, '13 thg 11 → 14 thg 11'],
  ['ja', /^メーターを修理 → /, / → 09:15 配電線がトリップ$/, '11月13日 → 11月14日'],
] as const)('what a revision changed is said in %s, whoever issued it', async (locale, decision, exception, days) => {
  const client = new QueryClient()
  const catalogue = await alarmCatalogue()
  client.setQueryData(
    alarmQueries.definitions('test').queryKey,
    catalogue.map((rationale) => definitionOf(rationale, 1)),
  )
  const [, revision] = revisions
  if (!revision) throw new Error('two revisions')
  await renderIn(
    locale,
    <QueryClientProvider client={client}>
      <ViewProvider value={shellOf({ parkId: 'test', screen: 'daily' })}>
        <Changes revision={revision} revisions={revisions} />
      </ViewProvider>
    </QueryClientProvider>,
  )
  expect(screen.getByText(decision)).toBeVisible()
  expect(screen.getByText(exception)).toBeVisible()
  expect(screen.getByText(days)).toBeVisible()
})

it('two alarms of one instant are two exceptions of the report', () => {
  const [one] = second.exceptions
  if (!one) throw new Error('one exception')
  const other = { ...one, params: { ...one.params, asset: 'f-472' } }
  expect(diffReports(second, reportOf({ given: lab('2026-11-14'), exceptions: [one, other] }))).toHaveLength(1)
})
