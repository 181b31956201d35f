import type { TenantProfile } from '../../contract/registers.ts'
import { firms, firmsOf, holds, largeFirms } from './firms.ts'
import { latest, measure, named, rowEvidence, shareOf } from './measure.ts'
import type { Indicator, Measure, ScorecardInput } from './scorecard-types.ts'

/** A field of a profile by name; undefined for a name that it does not have. */
function fieldOf(profile: TenantProfile, key: string): unknown {
  const fields: Readonly<Record<string, unknown>> = profile
  return fields[key]
}

function flagShare(
  group: readonly TenantProfile[],
  key: string,
  names: readonly [string, string],
  groupKnown: number,
): Measure {
  const answered = group.filter((profile) => typeof fieldOf(profile, key) === 'boolean')
  const yes = answered.filter((profile) => fieldOf(profile, key) === true)
  return shareOf(yes.length, answered.length, 'firms', names, {
    coverage: group.length === 0 ? 0 : groupKnown * (answered.length / group.length),
    evidence: group.map((profile) => rowEvidence('tenant-profiles', profile.id, fieldOf(profile, key) === true)),
    asOf: latest(answered.map(({ asOf }) => asOf)),
  })
}

/** Share of firms with a flag: `firms-flag:residencySigned`. Firms that did not answer lower the coverage. */
export const firmsFlag: Indicator = (input, [key = '']) => flagShare(firms(input), key, ['flagged', 'firms'], 1)

/** The same among firms of over 250 employees: `large-firms-flag:codeOfConduct`. */
export const largeFirmsFlag: Indicator = (input, [key = '']) => {
  const { large, known } = largeFirms(input)
  return flagShare(large, key, ['flagged', 'largeFirms'], known)
}

/** Share of large firms with one of some certificates in force: `large-firms-certificate:iso14001Until,iso50001Until`. */
export const largeFirmsCertificate: Indicator = (input, keys) => {
  const { large, known } = largeFirms(input)
  const has = (profile: TenantProfile): boolean =>
    keys.some((key) => {
      const until = fieldOf(profile, key)
      return typeof until === 'string' && holds(until, input.today)
    })
  return shareOf(large.filter(has).length, large.length, 'firms', ['certified', 'largeFirms'], {
    coverage: known,
    evidence: large.map((profile) => rowEvidence('tenant-profiles', profile.id, has(profile))),
    asOf: latest(large.map(({ asOf }) => asOf)),
  })
}

/** Largest polluters with a risk framework. */
export const pollutersRiskFramework: Indicator = (input) => {
  const operating = firmsOf(input, 'operating')
  const ranked = operating.filter(({ largestPolluter }) => largestPolluter !== null)
  const polluters = ranked.filter(({ largestPolluter }) => largestPolluter === true)
  return flagShare(polluters, 'riskFramework', ['flagged', 'polluters'], shareKnown(ranked.length, operating.length))
}

/** Firms in order among those with hazardous material. */
export const hazardousHandled: Indicator = (input) => {
  const operating = firmsOf(input, 'operating')
  const answered = operating.filter(({ hazardousWaste }) => hazardousWaste !== null)
  const handlers = answered.filter(({ hazardousWaste }) => hazardousWaste === true)
  return flagShare(
    handlers,
    'hazardousCompliant',
    ['compliant', 'withHazardous'],
    shareKnown(answered.length, operating.length),
  )
}

/** Share of the workforce that a headcount field says: `workers:localHeadcount`. */
export const workers: Indicator = (input, [key = '']) => {
  const staffed = firmsOf(input, 'operating').filter(({ headcount }) => headcount !== null && headcount > 0)
  return headcountShare(input, staffed, key, 'headcount', ['counted', 'workers'])
}

/** Women who benefit from supporting programmes among the women employed. */
export const womenSupported: Indicator = (input) => {
  const staffed = firmsOf(input, 'operating').filter(({ femaleHeadcount }) => (femaleHeadcount ?? 0) > 0)
  return headcountShare(input, staffed, 'femaleSupported', 'femaleHeadcount', ['supported', 'women'])
}

function headcountShare(
  input: ScorecardInput,
  staffed: readonly TenantProfile[],
  partKey: string,
  wholeKey: 'headcount' | 'femaleHeadcount',
  names: readonly [string, string],
): Measure {
  const counted = staffed.filter((profile) => typeof fieldOf(profile, partKey) === 'number')
  const sum = (key: string): number => counted.reduce((total, profile) => total + Number(fieldOf(profile, key)), 0)
  return shareOf(
    counted.length === 0 ? null : sum(partKey),
    counted.length === 0 ? null : sum(wholeKey),
    'persons',
    names,
    {
      coverage: shareKnown(counted.length, firmsOf(input, 'operating').length),
      evidence: counted.map((profile) => rowEvidence('tenant-profiles', profile.id, true)),
      asOf: latest(counted.map(({ asOf }) => asOf)),
    },
  )
}

/**
 * Article 37.2c: firms with at least one RECP solution that is implemented and whose saving was measured, among the
 * firms of the denominator rule. A running solution without a measured saving is looked at and does not count.
 * Source: Decree 35/2022/NĐ-CP Article 37.2c, confidence high; what "enterprises in the park" counts is a setting.
 */
export const firmsWithRecp: Indicator = (input) => {
  const group = firms(input)
  const inGroup = new Set(group.map(({ tenantId }) => tenantId))
  const solutions = input.registers['recp-solutions'].filter(({ tenantId }) => inGroup.has(tenantId))
  const running = solutions.filter(({ stage }) => stage === 'implemented' || stage === 'verified')
  const measured = running.filter(isMeasured)
  const withSaving = new Set(measured.map(({ tenantId }) => tenantId))
  const otherRule = input.settings.denominator === 'operating' ? 'licensed' : 'operating'
  const found = shareOf(solutions.length === 0 ? null : withSaving.size, group.length, 'firms', ['measured', 'firms'], {
    evidence: running.map((row) =>
      rowEvidence(
        'recp-solutions',
        row.id,
        isMeasured(row),
        row.savedKwh ?? row.savedWaterM3 ?? row.savedMaterialT,
        unitOf(row),
      ),
    ),
    asOf: latest(measured.map(({ measuredTo }) => measuredTo)),
  })
  return { ...found, inputs: [...found.inputs, named('firmsOtherRule', firmsOf(input, otherRule).length, 'firms')] }
}

type Solution = ScorecardInput['registers']['recp-solutions'][number]

/** A saving counts as measured with a period and a figure above zero. */
export function isMeasured(row: Solution): boolean {
  return (
    row.measuredTo !== null && [row.savedKwh, row.savedWaterM3, row.savedMaterialT].some((saved) => (saved ?? 0) > 0)
  )
}

function unitOf(row: Solution): string | null {
  if (row.savedKwh !== null) return 'kW.h/a'
  if (row.savedWaterM3 !== null) return 'm3/a'
  return row.savedMaterialT === null ? null : 't/a'
}

function shareKnown(known: number, all: number): number {
  return all === 0 ? 0 : known / all
}

/** Nothing is known: for criteria whose function the engine does not have. */
export const unknown: Indicator = () => measure({})
