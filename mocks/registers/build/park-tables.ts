import type { Fact } from '../../../src/contract/primitives.ts'
import type { REPORT_KINDS } from '../../../src/contract/registers.ts'
import { STATEMENT_KEYS } from '../../../src/contract/statement-keys.ts'
import { between, rounded, tenth, type DraftContext } from './draft-context.ts'
import type { DraftRow } from './table.ts'

const YEAR_DAYS = 365

function factOf({ facts }: DraftContext, key: string): (Fact & { value: number }) | null {
  const fact = facts.find((one) => one.key === key)
  return fact !== undefined && typeof fact.value === 'number' ? { ...fact, value: fact.value } : null
}

/** Hectares of the plan: as published where the park published them, otherwise as drawn. */
function landRows(context: DraftContext): DraftRow[] {
  const { story, areaHa, technicalHa, socialHa } = context
  const drawn = story.drawnLand
  const land = [
    ['land-total', 'area', areaHa],
    ['land-green', 'land-green', drawn === null ? null : drawn.green * areaHa],
    ['land-traffic', 'land-roads', drawn === null ? null : drawn.traffic * areaHa],
    ['land-technical', 'land-technical', technicalHa],
    ['land-social', '', socialHa],
  ] as const
  return land.flatMap(([key, factKey, hectares]): DraftRow[] => {
    const fact = factOf(context, factKey)
    const value = fact?.value ?? (hectares === null ? null : tenth(hectares))
    if (value === null) return []
    const row: DraftRow = { id: `st-${key}`, key, year: 0, asOf: -300, value, unit: 'har' }
    return [fact === null ? row : { ...row, published: fact.source }]
  })
}

const answer = (key: string, yes: boolean | null, documentId?: string): DraftRow => ({
  id: `st-${key}`,
  key,
  year: 0,
  asOf: -40,
  yes,
  documentId: documentId ?? null,
})

const figure = (key: string, value: number, unit: string, year = 0): DraftRow => ({
  id: year === 0 ? `st-${key}` : `st-${key}-y${-year}`,
  key,
  year,
  asOf: -40 + year * YEAR_DAYS,
  value,
  unit,
})

const path = (key: string, unit: string, from: number, to: number, basis: string): DraftRow[] =>
  [0, 1, 2, 3, 4].map((year) => ({
    id: `tg-${key}-y${year}`,
    key,
    year,
    value: Math.round((from + ((to - from) * year) / 4) * 1000) / 1000,
    unit,
    basis,
  }))

const report = (id: string, kind: (typeof REPORT_KINDS)[number], year: number, age: number, url = false): DraftRow => ({
  id,
  kind,
  year,
  issuedOn: -age,
  url: url ? 'https://park.example/reports' : null,
  documentId: `doc-${id}`,
})

const act = (
  id: string,
  title: string,
  criterionId: string,
  due: number,
  effect: string,
  amount: number | null,
): DraftRow => ({
  id,
  title,
  criterionId,
  ownerRole: 'manager',
  due,
  state: 'open',
  effect,
  effectAmount: amount,
})

export function parkStatements(context: DraftContext): DraftRow[] {
  const { story, areaHa, random } = context
  const pick = random('statements')
  const flags = STATEMENT_KEYS.filter((key) => key.startsWith('service-') || key.startsWith('stream-'))
  const leasable = tenth(areaHa * 0.68)
  const years = [0, -1, -2, -3, -4]
  return [
    ...flags.map((key) => answer(key, !story.unmonitoredStreams.includes(key))),
    answer('legal-check-developer', true, 'doc-legal-check'),
    ...(story.homes === null
      ? []
      : [answer('housing-solution', true, 'doc-housing'), figure('workers-housed', story.homes, '1')]),
    ...landRows(context),
    figure('open-space', tenth(areaHa * 0.1), 'har'),
    figure('native-area', tenth(areaHa * 0.1 * (0.05 + 0.04 * pick())), 'har'),
    ...years.map((year) => figure('leasable-area', leasable, 'har', year)),
    ...years.map((year) =>
      figure('leased-area', tenth(leasable * Math.max(0.4, story.occupancy + year * 0.03)), 'har', year),
    ),
    figure('declared-fuel-energy', rounded(areaHa * between(pick, 12_000, 18_000)), 'kW.h'),
    figure('direct-contract-energy', 0, 'kW.h'),
    figure('procurement-total', rounded(areaHa * 90_000_000), 'VND'),
    figure('procurement-local', rounded(areaHa * 90_000_000 * (0.86 + 0.1 * pick())), 'VND'),
  ]
}

/** Target path: this year to four years on, in equal steps. */
export function targets({ story }: DraftContext): DraftRow[] {
  const [now, then] = story.renewableTarget
  const { programme } = story
  const basis = programme?.basis ?? 'Share of the energy used, four-year path'
  const before =
    programme === null
      ? []
      : [-2, -1].map((year): DraftRow => ({
          id: `tg-renewable-share-b${-year}`,
          key: 'renewable-share',
          year,
          value: programme.from + ((now - programme.from) * (year + 2)) / 2,
          unit: '%',
          basis,
        }))
  return [
    ...before,
    ...path('renewable-share', '%', now, then, basis),
    ...path('carbon-intensity', 'kg{CO2e}/(kW.h)', 0.65, 0.56, 'Energy used, grid factor of the year'),
    ...path('water-intensity', 'm3/har/d', 18, 15, 'Water supplied by area'),
    ...path('saving', 'kW.h', 2_000_000, 7_700_000, 'Verified savings of the programme, yearly'),
  ]
}

export function reportsIssued({ story }: DraftContext): DraftRow[] {
  return [
    report('rep-recp-1', 'recp-emissions-board', -1, 250),
    report('rep-esr-1', 'environment-social', -1, 232, true),
    report('rep-mon-1', 'consolidated-monitoring', -1, 470),
    report('rep-mon-2', 'consolidated-monitoring', -1, 320),
    report('rep-mon-3', 'consolidated-monitoring', 0, story.openViolation ? 70 : 150),
    report('rep-env-1', 'environment-annual', -1, 318),
    report('rep-a4-1', 'form-a4', -1, 240),
  ]
}

const DOCUMENTS = [
  ['doc-charter', 'Charter and licence of the operator', 'licence', ['EIP-PM-P1', 'EIP-PM-P2']],
  ['doc-plan', 'Approved construction plan', 'plan', ['EIP-PM-P6', 'VN-37-3a', 'SP-1']],
  ['doc-climate', 'Flood and heat plan', 'plan', ['EIP-PM-P4']],
  ['doc-legal-check', 'Legal register and check', 'report', ['EIP-PM-P5', 'VN-37-1a']],
  ['doc-ems', 'ISO 14001 of the operator', 'certificate', ['EIP-EN-P1']],
  ['doc-energy', 'Energy programme', 'programme', ['EIP-EN-P2', 'EIP-EN-P5']],
  ['doc-reuse', 'Water reuse plan', 'plan', ['EIP-EN-P4']],
  ['doc-social', 'Organisation chart', 'report', ['EIP-SO-P1', 'EIP-SO-P2']],
  ['doc-housing', 'Housing agreement', 'contract', ['VN-37-3b', 'EIP-SO-P2']],
  ['doc-jobs', 'Jobs plan', 'plan', ['EIP-EC-P1', 'EIP-EC-P2']],
  ['doc-invest', 'Investment report', 'report', ['EIP-EC-P4']],
  ['doc-alarms', 'Alarm philosophy', 'policy', ['SP-5']],
  ['doc-score', 'Scorecard of the last year', 'report', ['SP-8']],
  ['doc-daily', 'Daily report procedure', 'policy', ['SP-10', 'SP-11']],
] as const

export function documents(context: DraftContext): DraftRow[] {
  const { story, random } = context
  const pick = random('documents')
  const reports = reportsIssued(context).map(({ id, kind, issuedOn }): DraftRow => ({
    id: `doc-${id}`,
    title: `Report: ${typeof kind === 'string' ? kind : id}`,
    kind: 'report',
    issuedOn: Number(issuedOn),
    reference: `${id}.pdf`,
  }))
  const others = DOCUMENTS.filter(([id]) => id !== 'doc-housing' || story.homes !== null).map(
    ([id, title, kind, criterionIds]): DraftRow => ({
      id,
      title,
      kind,
      criterionIds: [...criterionIds],
      issuedOn: -between(pick, 60, 700),
      validUntil: kind === 'certificate' ? between(pick, 200, 700) : null,
      reference: `${id}.pdf`,
    }),
  )
  return [...others, ...reports]
}

export function actions(context: DraftContext): DraftRow[] {
  return [
    act(
      'act-01',
      'Condensate meter at a firm with a running solution',
      'VN-37-2c',
      17,
      'One more firm with a measured saving',
      1,
    ),
    act('act-02', 'Verify savings of solar cleaning', 'VN-37-2c', 64, 'One more firm with a measured saving', 1),
    act('act-03', 'Chemicals log of the large users', 'VN-37-1c', 80, 'Seventh stream monitored', 1),
    act('act-04', 'Permit of one hazardous store', 'EIP-EN-10', -3, 'One more firm in order', 1),
    act(
      'act-05',
      'Book a carrier for the oldest hazardous lot',
      'EIP-EN-10',
      5,
      'Lot leaves before the legal year ends',
      null,
    ),
    act(
      'act-06',
      `Reuse line to the ${context.areaHa > 900 ? 'east' : 'north'} zone`,
      'EIP-EN-8',
      540,
      'More reclaimed water',
      null,
    ),
  ]
}

export function fuelUse({ areaHa, random }: DraftContext): DraftRow[] {
  const pick = random('fuel')
  const fuels = [
    ['natural-gas', 3.1],
    ['lpg', 0.32],
    ['diesel', 0.21],
  ] as const
  return [3, 2, 1, 0].flatMap((quarter) =>
    fuels.map(([fuel, tPerHa]): DraftRow => ({
      id: `fuel-${fuel}-q${4 - quarter}`,
      fuel,
      from: -(quarter + 1) * 91 - 20,
      to: -quarter * 91 - 21,
      massT: tenth((areaHa * tPerHa * (0.9 + 0.2 * pick())) / 4),
    })),
  )
}

const PARAMETERS = [
  ['BOD5', 19, 'mg/L'],
  ['Total N', 13, 'mg/L'],
  ['Total P', 2.4, 'mg/L'],
  ['Coliforms', 1900, '{MPN}/dL'],
] as const

/** Monthly samples; results come a week later. */
export function labResults({ outfallId, random }: DraftContext): DraftRow[] {
  if (outfallId === null) return []
  const pick = random('laboratory')
  return [5, 4, 3, 2, 1, 0].flatMap((month) =>
    PARAMETERS.map(([parameter, mean, unit], k): DraftRow => ({
      id: `lab-${6 - month}-${k + 1}`,
      outfall: outfallId,
      parameter,
      value: tenth(mean * (0.85 + 0.3 * pick())),
      unit,
      sampledAt: -(month * 30 + 15.4),
      resultAt: -(month * 30 + 8.3),
      laboratory: 'Accredited laboratory',
    })),
  )
}
