import { describe, expect, it } from 'vitest'
import { reportDuties } from '../../src/domain/report/report-calendar.ts'
import { row } from './scorecard/scorecard-park.ts'

const sent = (kind: string, year: number, issuedOn: string) =>
  row('reports-issued', { id: `${kind}-${year}-${issuedOn}`, kind, year, issuedOn })
const dutyOf = (kind: string, today: string, ...rows: ReturnType<typeof sent>[]) =>
  reportDuties({ 'reports-issued': rows }, today).find((duty) => duty.kind === kind)

describe('calendar of reports', () => {
  it.each([
    ['2026-11-20', 2025, 'late', []],
    ['2026-01-15', 2025, 'open', []],
    ['2026-01-16', 2025, 'late', []],
    ['2026-01-10', 2026, 'open', [sent('environment-annual', 2025, '2026-01-09')]],
    [
      '2026-12-31',
      2026,
      'sent',
      [sent('environment-annual', 2025, '2026-01-09'), sent('environment-annual', 2026, '2026-12-30')],
    ],
  ] as const)('on %s the environment report of %i is %s', (today, year, state, rows) => {
    expect(dutyOf('environment-annual', today, ...rows)).toMatchObject({ year, state, due: `${year + 1}-01-15` })
  })

  it('names no day for the forms, whose day was not verified, and when the last one was sent', () => {
    expect(dutyOf('form-a4', '2026-11-20')).toEqual({
      kind: 'form-a4',
      year: 2025,
      due: null,
      issuedOn: null,
      state: 'no-date',
    })
    const rows = [sent('form-b4', 2025, '2026-03-01'), sent('form-b4', 2025, '2026-04-01')]
    expect(dutyOf('form-b4', '2026-11-20', ...rows)).toMatchObject({ state: 'sent', issuedOn: '2026-04-01' })
    expect(dutyOf('form-b4', '2026-11-20', sent('form-b4', 2024, '2026-04-01'))).toMatchObject({ state: 'no-date' })
  })
})
