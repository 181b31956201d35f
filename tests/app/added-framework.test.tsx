import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type * as criteriaFiles from '../../mocks/registers/criteria-files.ts'
import { criteriaSetSchema } from '../../src/contract/reference-criteria.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

/** A text in three languages. */
function text(en: string) {
  return { vi: `${en} (vi)`, en, ja: `${en} (ja)` }
}

/** What an authority might publish next: the product knows nothing of it but its data. */
vi.mock('../../mocks/registers/criteria-files.ts', async (original) => {
  const { criteriaSets } = await original<typeof criteriaFiles>()
  const source = { title: 'Decree 99/2030', year: 2030, confidence: 'low', article: '5' }
  const criterion = (id: string, title: string, benchmark: number, indicator: string | null) => ({
    id,
    pillar: 'park',
    topic: 'new',
    kind: 'performance',
    title: text(title),
    requirement: text('At least so many'),
    unit: '%',
    comparison: '>=',
    benchmark,
    formula: text('firms / firms'),
    inputs: ['recp-solutions'],
    calc: 'auto',
    indicator,
    validFrom: null,
    validTo: null,
    source,
  })
  const added = criteriaSetSchema.parse({
    id: 'vn-99-2030',
    framework: 'VN-99-2030',
    title: text('Decree 99/2030'),
    version: '99/2030/NĐ-CP',
    active: true,
    certificate: true,
    validFrom: null,
    validTo: null,
    source,
    criteria: [
      criterion('VN-99-1', 'One firm in a hundred saves', 1, 'firms-with-recp'),
      criterion('VN-99-2', 'All firms save', 100, 'firms-with-recp'),
      criterion('VN-99-3', 'Something that nobody works out yet', 1, null),
    ],
  })
  return { criteriaSets: async () => [...(await criteriaSets()), added] }
})

afterEach(() => {
  app?.close()
  app = null
})

it('judges a framework that was added by data alone, with evidence and source like any other', async () => {
  app = await openApp('/bau-bang/scorecard')
  await userEvent.click(await screen.findByRole('button', { name: /Decree 99\/2030|99\/2030/ }, PATIENCE))
  const list = await screen.findByRole('list', { name: 'Decree 99/2030' }, PATIENCE)
  const results = within(list)
    .getAllByRole('listitem')
    .map((row) => row.querySelector('[data-result]')?.getAttribute('data-result'))
  expect(results).toEqual(['meets', 'does-not', 'not-enough'])
  await userEvent.click(within(list).getByRole('button', { name: 'All firms save' }))
  const drawer = await screen.findByRole('complementary', { name: 'Evidence of the criterion' }, PATIENCE)
  expect(drawer.textContent).toContain('Decree 99/2030')
  expect(within(drawer).getAllByTitle('Open the meter').length).toBeGreaterThan(0)
})
