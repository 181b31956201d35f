import { describe, expect, it } from 'vitest'
import { STATEMENT_KEYS } from '../../../src/contract/statement-keys.ts'
import { evaluateCriterion, evaluateSet } from '../../../src/domain/scorecard/evaluate.ts'
import { evaluateArticle37 } from '../../../src/domain/scorecard/register-only.ts'
import type { IndicatorResult, ScorecardInput } from '../../../src/domain/scorecard/scorecard-types.ts'
import { ARTICLE_37, firmsOfPark, recp, row, scorecardOf, statement } from './scorecard-park.ts'

function judge(id: string, input: ScorecardInput): IndicatorResult {
  const criterion = ARTICLE_37.criteria.find((one) => one.id === id)
  if (criterion === undefined) throw new Error(id)
  return evaluateCriterion(criterion, input)
}

const flags = (prefix: string, no: readonly string[] = [], without: readonly string[] = []) =>
  STATEMENT_KEYS.filter((key) => key.startsWith(prefix) && !without.includes(key)).map((key) =>
    statement(key, { yes: !no.includes(key) }),
  )
const verdictsOf = (results: readonly IndicatorResult[]) => results.map((one) => [one.criterion.id, one.meets])
const violation = (party: string, decidedOn: string) =>
  row('violations', {
    id: `v-${decidedOn}`,
    party,
    tenantId: party === 'tenant' ? 't-1' : null,
    field: 'labour',
    decidedOn,
    authority: 'Board',
    summary: 'Fined',
  })
const report = (kind: string, issuedOn: string, url: string | null = null) =>
  row('reports-issued', { id: `rep-${kind}-${issuedOn}`, kind, year: 2025, issuedOn, url })
const checked = statement('legal-check-developer', { yes: true })
const exchange = (giverIso: boolean | null, takerIso: boolean | null, stage = 'active') =>
  row('symbiosis-exchanges', {
    id: 'sym-1',
    title: 'Steam',
    kind: 'exchange-inputs-outputs',
    stage,
    giverTenantId: 't-1',
    takerTenantId: 't-2',
    giverIso,
    takerIso,
    material: 'steam',
    agreedOn: '2025-01-01',
  })
const land = (green: number, social: number | null) =>
  [
    ['land-total', 100],
    ['land-green', green],
    ['land-traffic', 10],
    ['land-technical', 1],
    ['land-social', social],
  ].flatMap(([key, value]) => (value === null ? [] : [statement(String(key), { value: Number(value) })]))
const paper = row('documents', {
  id: 'doc-h',
  title: 'Housing',
  kind: 'contract',
  issuedOn: '2025-01-01',
  reference: 'h.pdf',
})

type Case = [id: string, meets: boolean | null, what: string, input: ScorecardInput]
const CASES: Case[] = [
  ['VN-37-1a', true, 'record checked, nothing in it', scorecardOf({ 'park-statements': [checked] })],
  [
    'VN-37-1a',
    true,
    'one that is older than 36 months',
    scorecardOf({ 'park-statements': [checked], violations: [violation('developer', '2023-11-19')] }),
  ],
  [
    'VN-37-1a',
    false,
    'one within 36 months, unchecked',
    scorecardOf({ violations: [violation('developer', '2023-11-20')] }),
  ],
  ['VN-37-1a', null, 'nobody checked', scorecardOf({})],
  ['VN-37-1b', true, 'all services', scorecardOf({ 'park-statements': flags('service-') })],
  [
    'VN-37-1b',
    false,
    'one that does not run',
    scorecardOf({ 'park-statements': flags('service-', ['service-fire'], ['service-other']) }),
  ],
  [
    'VN-37-1b',
    null,
    'one that nobody answered',
    scorecardOf({ 'park-statements': flags('service-', [], ['service-fire']) }),
  ],
  [
    'VN-37-1c',
    true,
    'seven streams and a report',
    scorecardOf({
      'park-statements': flags('stream-'),
      'reports-issued': [report('recp-emissions-board', '2026-03-01')],
    }),
  ],
  [
    'VN-37-1c',
    true,
    'six streams: the article sets no count',
    scorecardOf({
      'park-statements': flags('stream-', ['stream-chemicals']),
      'reports-issued': [report('recp-emissions-board', '2026-03-01')],
    }),
  ],
  [
    'VN-37-1c',
    false,
    'seven streams, report too old',
    scorecardOf({
      'park-statements': flags('stream-'),
      'reports-issued': [report('recp-emissions-board', '2025-11-19')],
    }),
  ],
  [
    'VN-37-1c',
    null,
    'a stream that nobody answered',
    scorecardOf({
      'park-statements': flags('stream-', [], ['stream-scrap']),
      'reports-issued': [report('recp-emissions-board', '2026-03-01')],
    }),
  ],
  ['VN-37-1c', null, 'no report log', scorecardOf({ 'park-statements': flags('stream-') })],
  [
    'VN-37-1d',
    true,
    'published in the last year',
    scorecardOf({ 'reports-issued': [report('environment-social', '2026-04-01', 'https://park.example')] }),
  ],
  [
    'VN-37-1d',
    false,
    'sent, not published',
    scorecardOf({ 'reports-issued': [report('environment-social', '2026-04-01')] }),
  ],
  ['VN-37-1d', null, 'no report log', scorecardOf({})],
  ['VN-37-2a', true, 'all firms checked', scorecardOf({ 'tenant-profiles': firmsOfPark(20) })],
  [
    'VN-37-2a',
    false,
    'one violation',
    scorecardOf({
      'tenant-profiles': firmsOfPark(20, { legalCheckedOn: null }),
      violations: [violation('tenant', '2025-01-01')],
    }),
  ],
  [
    'VN-37-2a',
    null,
    '19 of 20 checked',
    scorecardOf({
      'tenant-profiles': [
        ...firmsOfPark(19),
        row('tenant-profiles', { id: 'tp-x', tenantId: 't-x', status: 'operating', asOf: '2026-11-01' }),
      ],
    }),
  ],
  ['VN-37-2b', true, 'both with ISO', scorecardOf({ 'symbiosis-exchanges': [exchange(true, true)] })],
  ['VN-37-2b', false, 'one without ISO', scorecardOf({ 'symbiosis-exchanges': [exchange(true, false)] })],
  ['VN-37-2b', false, 'none active', scorecardOf({ 'symbiosis-exchanges': [exchange(true, true, 'agreement')] })],
  [
    'VN-37-2b',
    true,
    'one with ISO where one is enough',
    scorecardOf(
      { 'symbiosis-exchanges': [exchange(true, false)] },
      { settings: { denominator: 'operating', iso: 'any' } },
    ),
  ],
  ['VN-37-2b', null, 'ISO not known', scorecardOf({ 'symbiosis-exchanges': [exchange(true, null)] })],
  [
    'VN-37-2c',
    true,
    '4 of 20',
    scorecardOf({ 'tenant-profiles': firmsOfPark(20), 'recp-solutions': [1, 2, 3, 4].map((k) => recp(k, 100)) }),
  ],
  [
    'VN-37-2c',
    false,
    '3 of 20, the fourth unmeasured',
    scorecardOf({
      'tenant-profiles': firmsOfPark(20),
      'recp-solutions': [recp(1, 100), recp(2, 5), recp(3, 9), recp(4, null)],
    }),
  ],
  ['VN-37-2c', null, 'no register', scorecardOf({ 'tenant-profiles': firmsOfPark(20) })],
  ['VN-37-3a', true, '25.0 %', scorecardOf({ 'park-statements': land(10, 4) })],
  ['VN-37-3a', false, '24.9 %', scorecardOf({ 'park-statements': land(9.9, 4) })],
  ['VN-37-3a', true, 'enough without the part that is not known', scorecardOf({ 'park-statements': land(14, null) })],
  ['VN-37-3a', null, 'short without the part that is not known', scorecardOf({ 'park-statements': land(10, null) })],
  [
    'VN-37-3b',
    true,
    'solution and its document',
    scorecardOf({
      'park-statements': [statement('housing-solution', { yes: true, documentId: 'doc-h' })],
      documents: [paper],
    }),
  ],
  [
    'VN-37-3b',
    false,
    'no solution',
    scorecardOf({ 'park-statements': [statement('housing-solution', { yes: false })] }),
  ],
  [
    'VN-37-3b',
    null,
    'claimed without a document',
    scorecardOf({ 'park-statements': [statement('housing-solution', { yes: true })] }),
  ],
]

describe('Article 37', () => {
  it.each(CASES)('%s reads %s: %s', (id, meets, _what, input) => {
    expect(judge(id, input).meets).toBe(meets)
  })

  it('has a pass, a fail and a not-enough case for each criterion', () => {
    for (const { id } of ARTICLE_37.criteria) {
      const seen = new Set(CASES.filter(([one]) => one === id).map(([, meets]) => meets))
      expect([id, seen.size]).toEqual([id, 3])
    }
  })

  it('says what is missing: 2 more firms of 20 at 2, 1 of licensed firms only', () => {
    const profiles = [
      ...firmsOfPark(20),
      row('tenant-profiles', { id: 'tp-l', tenantId: 't-l', status: 'licensed', asOf: '2026-11-01' }),
    ]
    const registers = { 'tenant-profiles': profiles, 'recp-solutions': [recp(1, 1), recp(2, 1)] }
    expect(judge('VN-37-2c', scorecardOf(registers)).gap).toEqual({ missing: 2, unit: 'firms', points: 10 })
    const licensed = scorecardOf(registers, { settings: { denominator: 'licensed', iso: 'every' } })
    expect(judge('VN-37-2c', licensed)).toMatchObject({ gap: { missing: 3 }, value: (2 / 21) * 100 })
  })

  it('names the very rows behind a figure, and which of them do not count', () => {
    const { evidence } = judge(
      'VN-37-2c',
      scorecardOf({ 'tenant-profiles': firmsOfPark(20), 'recp-solutions': [recp(1, 100), recp(4, null)] }),
    )
    expect(evidence.map(({ id, counts, value }) => [id, counts, value])).toEqual([
      ['recp-1', true, 100],
      ['recp-4', false, null],
    ])
  })
})

describe('Article 37 from registers alone', () => {
  it('reads the same as with meters and every other register', () => {
    const full = { coverage: 1, pointIds: ['p-1'], value: 10 }
    const input = scorecardOf(
      {
        'tenant-profiles': firmsOfPark(5),
        'recp-solutions': [recp(1, 100)],
        'park-statements': [...flags('service-'), ...flags('stream-', ['stream-scrap'])],
        'waste-lots': [
          row('waste-lots', { id: 'l', stream: 'sludge', massT: 1, generatedOn: '2026-05-01', route: 'treated' }),
        ],
      },
      { aggregates: { 'grid-import': full, reused: full } },
    )
    const alone = evaluateArticle37(ARTICLE_37, input.registers, input)
    expect(verdictsOf(alone.results)).toEqual(verdictsOf(evaluateSet(ARTICLE_37, input).results))
    expect(alone.results.filter((one) => one.meets === true).length).toBeGreaterThan(0)
    expect(evaluateArticle37(ARTICLE_37, scorecardOf({}).registers, input).performance.meet).toBe(0)
  })
})
