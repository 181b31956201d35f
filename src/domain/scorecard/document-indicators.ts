import { latest, measure, named, rowEvidence, shareOf } from './measure.ts'
import type { Indicator } from './scorecard-types.ts'
import { statementOf, valueOf } from './statements.ts'

/** A document in force names the criterion. No document is not enough data, never a no. */
export const documented: Indicator = ({ registers, today }, _args, { id }) => {
  const papers = registers.documents.filter(({ criterionIds }) => criterionIds.includes(id))
  const valid = papers.filter(({ validUntil }) => validUntil === null || validUntil >= today)
  return measure({
    value: valid.length > 0 ? true : papers.length > 0 ? false : null,
    coverage: papers.length > 0 ? 1 : 0,
    evidence: papers.map((row) => rowEvidence('documents', row.id, valid.includes(row))),
    inputs: [named('documents', valid.length, '1')],
    asOf: latest(valid.map(({ issuedOn }) => issuedOn)),
  })
}

/** Native area / open space × 100. */
export const nativeOpenSpace: Indicator = (input) =>
  shareOf(valueOf(input, 'native-area'), valueOf(input, 'open-space'), 'har', ['native', 'open'], {
    evidence: (['native-area', 'open-space'] as const).flatMap((key) => {
      const row = statementOf(input, key)
      return row === null ? [] : [rowEvidence('park-statements', row.id, true, row.value, 'har')]
    }),
    asOf: statementOf(input, 'native-area')?.asOf ?? null,
  })

/** Park entity's local procurement / its procurement × 100. */
export const entityLocalProcurement: Indicator = (input) =>
  shareOf(valueOf(input, 'procurement-local'), valueOf(input, 'procurement-total'), 'VND', ['local', 'procurement'], {
    evidence: (['procurement-local', 'procurement-total'] as const).flatMap((key) => {
      const row = statementOf(input, key)
      return row === null ? [] : [rowEvidence('park-statements', row.id, true, row.value, 'VND')]
    }),
    asOf: statementOf(input, 'procurement-total')?.asOf ?? null,
  })

const YEARS = 5

/** Mean over the last five years of leased / leasable area × 100; a year without both is missing. */
export const occupancyFiveYears: Indicator = ({ registers, today }) => {
  const last = Number(today.slice(0, 4))
  const rows = registers['park-statements']
  const shares: number[] = []
  const used: (typeof rows)[number][] = []
  for (let year = last; year > last - YEARS; year--) {
    const leased = rows.find((row) => row.key === 'leased-area' && row.year === year)
    const leasable = rows.find((row) => row.key === 'leasable-area' && row.year === year)
    if (leased?.value === null || leased === undefined || leasable?.value === null || leasable === undefined) continue
    if (!(leasable.value > 0)) continue
    shares.push((leased.value / leasable.value) * 100)
    used.push(leased, leasable)
  }
  return measure({
    value: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    coverage: shares.length / YEARS,
    evidence: used.map((row) => rowEvidence('park-statements', row.id, true, row.value, 'har')),
    inputs: [named('years', shares.length, 'a')],
    asOf: latest(used.map(({ asOf }) => asOf)),
  })
}
