import type { Industry } from '../../../src/contract/collections.ts'
import type { Tenant } from '../../../src/contract/resources.ts'
import { between, tenth, rounded, type DraftContext } from './draft-context.ts'
import type { DraftRow } from './table.ts'

interface Pattern {
  title: string
  kind: string
  material: string
  from: Industry
  /** Null: a partner outside the park. */
  to: Industry | null
  tPerMonth: number
  vndPerT: number
}

const PATTERNS: readonly Pattern[] = [
  {
    title: 'Fly ash to blocks',
    kind: 'inter-park-collaboration',
    material: 'fly ash',
    from: 'textile',
    to: null,
    tPerMonth: 120,
    vndPerT: 90_000,
  },
  {
    title: 'Steam over the fence',
    kind: 'exchange-inputs-outputs',
    material: 'steam',
    from: 'fibre',
    to: 'textile',
    tPerMonth: 640,
    vndPerT: 420_000,
  },
  {
    title: 'Plastic trim to pallets',
    kind: 'exchange-inputs-outputs',
    material: 'plastic trim',
    from: 'plastics',
    to: 'packaging',
    tPerMonth: 34,
    vndPerT: 3_800_000,
  },
  {
    title: 'Metal turnings to the foundry',
    kind: 'exchange-inputs-outputs',
    material: 'metal turnings',
    from: 'metal',
    to: 'metal',
    tPerMonth: 58,
    vndPerT: 5_200_000,
  },
  {
    title: 'Sawdust to boiler fuel',
    kind: 'exchange-inputs-outputs',
    material: 'sawdust',
    from: 'furniture',
    to: 'food',
    tPerMonth: 46,
    vndPerT: 700_000,
  },
  {
    title: 'Cold store shared',
    kind: 'shared-services',
    material: 'cold storage',
    from: 'food',
    to: 'food',
    tPerMonth: 22,
    vndPerT: 250_000,
  },
  {
    title: 'Cardboard back to the mill',
    kind: 'inter-park-collaboration',
    material: 'cardboard',
    from: 'electronics',
    to: null,
    tPerMonth: 41,
    vndPerT: 2_400_000,
  },
  {
    title: 'Pallet pool',
    kind: 'shared-production-infrastructure',
    material: 'pallets',
    from: 'logistics',
    to: 'packaging',
    tPerMonth: 15,
    vndPerT: 900_000,
  },
]
const STAGES = ['active', 'active', 'agreement', 'active', 'negotiated', 'active', 'identified', 'ended'] as const

/** Exchanges between tenants, and with partners outside, by the industries that the park has. */
export function symbiosisExchanges({ story, operating, random }: DraftContext): DraftRow[] {
  const pick = random('exchanges')
  const used = new Set<string>()
  const find = (industry: Industry): Tenant | null => {
    const found = operating.find((tenant) => tenant.industry === industry && !used.has(tenant.id)) ?? null
    if (found !== null) used.add(found.id)
    return found
  }
  const rows: DraftRow[] = []
  for (const pattern of PATTERNS) {
    if (rows.length >= story.exchanges) break
    const giver = find(pattern.from)
    const taker = pattern.to === null ? null : find(pattern.to)
    if (giver === null || (pattern.to !== null && taker === null)) continue
    const stage = STAGES[rows.length] ?? 'identified'
    const agreed = stage === 'active' || stage === 'agreement' || stage === 'ended'
    const actual = stage === 'active' ? pattern.tPerMonth * (0.7 + 0.4 * pick()) : null
    rows.push({
      id: `sym-${String(rows.length + 1).padStart(2, '0')}`,
      title: pattern.title,
      kind: pattern.kind,
      stage,
      giverTenantId: giver.id,
      takerTenantId: taker?.id ?? null,
      takerName: taker === null ? 'Partner outside the park' : null,
      giverIso: rows.length !== 4,
      takerIso: taker === null ? null : true,
      material: pattern.material,
      contractedTPerMonth: agreed ? pattern.tPerMonth : null,
      actualTPerMonth: actual === null ? null : tenth(actual),
      valueVndPerYear: actual === null ? null : rounded(actual * 12 * pattern.vndPerT),
      agreedOn: agreed ? -between(pick, 200, 900) : null,
      endsOn: stage === 'ended' ? -30 : agreed ? between(pick, 200, 700) : null,
      developerSupport: 'Matching and a weighbridge',
    })
  }
  return rows
}
