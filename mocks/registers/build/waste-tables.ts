import type { WasteStream } from '../../../src/contract/asset-kinds.ts'
import { between, tenth, type DraftContext } from './draft-context.ts'
import type { DraftRow } from './table.ts'

/** Days of one lot: what is not hazardous is weighed by the week, hazardous waste leaves once a month. */
const WEEK = 7
const MONTH = 30
const YEAR = 364

interface Flow {
  stream: WasteStream
  route: 'recycled' | 'reused' | 'energy-recovery' | 'treated' | 'landfilled'
  code: string
  tPerDay: number
}

/** Tonnes a day of a stream: what its containers take, and the sludge of the plant. */
function tPerDayOf({ containers, sludgeTPerDay }: DraftContext['waste'], stream: WasteStream): number {
  const thrown = containers
    .filter((container) => container.stream === stream)
    .reduce((sum, { fillPercentPerDay, kgPerPercent }) => sum + (fillPercentPerDay * kgPerPercent) / 1000, 0)
  return thrown + (stream === 'sludge' ? sludgeTPerDay : 0)
}

/**
 * Where each stream goes, by the shares that the transfer station diverts. Of the rest of domestic and ordinary waste
 * as much is landfilled as the story says, the remainder is burnt for its energy.
 */
function flowsOf({ story, waste }: DraftContext): Flow[] {
  const of = (stream: WasteStream): { diverted: number; rest: number } => {
    const all = tPerDayOf(waste, stream)
    return { diverted: all * waste.diversionShare[stream], rest: all * (1 - waste.diversionShare[stream]) }
  }
  const total = [...new Set(waste.containers.map(({ stream }) => stream)), 'sludge' as const]
    .filter((stream, k, all) => all.indexOf(stream) === k)
    .reduce((sum, stream) => sum + tPerDayOf(waste, stream), 0)
  const [domestic, ordinary, recyclable, sludge] = [
    of('domestic'),
    of('ordinary-industrial'),
    of('recyclable'),
    of('sludge'),
  ]
  const rest = domestic.rest + ordinary.rest
  const buried = rest > 0 ? Math.min(1, (story.landfillShare * total) / rest) : 0
  const flows: Flow[] = [
    { stream: 'recyclable', route: 'recycled', code: 'TT-R', tPerDay: recyclable.diverted },
    { stream: 'recyclable', route: 'energy-recovery', code: 'TT-R', tPerDay: recyclable.rest },
    { stream: 'ordinary-industrial', route: 'reused', code: 'TT-R', tPerDay: ordinary.diverted },
    { stream: 'ordinary-industrial', route: 'landfilled', code: 'TT', tPerDay: ordinary.rest * buried },
    { stream: 'ordinary-industrial', route: 'energy-recovery', code: 'TT', tPerDay: ordinary.rest * (1 - buried) },
    { stream: 'domestic', route: 'recycled', code: 'TT', tPerDay: domestic.diverted },
    { stream: 'domestic', route: 'landfilled', code: 'TT', tPerDay: domestic.rest * buried },
    { stream: 'domestic', route: 'energy-recovery', code: 'TT', tPerDay: domestic.rest * (1 - buried) },
    { stream: 'sludge', route: 'recycled', code: 'KS', tPerDay: sludge.diverted },
    { stream: 'sludge', route: 'treated', code: 'KS', tPerDay: sludge.rest },
  ]
  return flows.filter(({ tPerDay }) => tPerDay > 0.005)
}

/** Firms whose waste one hazardous load is made of. */
const FIRMS_PER_LOAD = 3
/** A firm whose store has no permit yet keeps well under the 100 kg a month from which it needs one. */
const SMALL_T = 0.06

interface Generators {
  inOrder: readonly string[]
  notInOrder: readonly string[]
}

/** Tenants with hazardous waste by their profile: those that have their papers in order, and those that do not. */
function generatorsOf(profiles: readonly DraftRow[]): Generators {
  const pick = (order: boolean): string[] =>
    profiles.flatMap(({ tenantId, hazardousWaste, hazardousCompliant }) =>
      typeof tenantId === 'string' && hazardousWaste === true && hazardousCompliant === order ? [tenantId] : [],
    )
  return { inOrder: pick(true), notInOrder: pick(false) }
}

/** A year of lots by route, and the hazardous lots still in store, each with the tenant that it came from. */
export function wasteLots(context: DraftContext, profiles: readonly DraftRow[]): DraftRow[] {
  const { story, waste, hazardousStoreId } = context
  const pick = context.random('waste')
  const flows = flowsOf(context)
  const hazardous = tPerDayOf(waste, 'hazardous') * MONTH
  const { inOrder, notInOrder } = generatorsOf(profiles)
  let turn = 0
  const nextTenant = (): string | null => inOrder[turn++ % Math.max(1, inOrder.length)] ?? null
  const rows: DraftRow[] = []
  const add = (row: Omit<DraftRow, 'id'>): void => {
    rows.push({ id: `lot-${String(rows.length + 1).padStart(3, '0')}`, ...row })
  }
  const swing = (): number => 0.95 + 0.1 * pick()
  for (let age = YEAR - WEEK + 1; age > 0; age -= WEEK) {
    for (const { stream, route, code, tPerDay } of flows) {
      add({ stream, code, massT: tenth(tPerDay * WEEK * swing()), generatedOn: -age, route })
    }
  }
  for (let month = 11; month >= 0; month--) {
    const manifestId = `man-${String(12 - month).padStart(2, '0')}`
    const massT = tenth((hazardous * swing()) / FIRMS_PER_LOAD)
    for (let k = 0; k < FIRMS_PER_LOAD; k++) {
      const tenantId = nextTenant()
      const generatedOn = -(month * MONTH + 8)
      add({ stream: 'hazardous', code: 'NH', tenantId, massT, generatedOn, route: 'treated', manifestId })
    }
  }
  const ages = [story.oldestLotDays, 236, 142, 88, 41, 12].filter((age) => age <= story.oldestLotDays)
  ages.forEach((age, k) => {
    rows.push({
      id: `hz-${String(k + 2).padStart(2, '0')}`,
      stream: 'hazardous',
      code: 'NH',
      tenantId: nextTenant(),
      massT: tenth(0.4 + 2.2 * pick()),
      generatedOn: -age,
      route: 'in-store',
      storeId: hazardousStoreId,
    })
  })
  notInOrder.forEach((tenantId, k) => {
    const id = `hz-s${k + 1}`
    rows.push({
      id,
      stream: 'hazardous',
      code: 'NH',
      tenantId,
      massT: SMALL_T,
      generatedOn: -20,
      route: 'in-store',
      storeId: hazardousStoreId,
    })
  })
  return rows
}

/** One manifest a month; the last copy of some has not come back. */
export function wasteManifests({ story, random }: DraftContext, lots: readonly DraftRow[]): DraftRow[] {
  const pick = random('manifests')
  const ids = [...new Set(lots.flatMap(({ manifestId }) => (typeof manifestId === 'string' ? [manifestId] : [])))]
  return ids.map((id): DraftRow => {
    const load = lots.filter(({ manifestId }) => manifestId === id)
    const massT = tenth(load.reduce((sum, lot) => sum + Number(lot.massT), 0))
    const number = Number(id.slice(4))
    const age = (12 - number) * 30 + 4
    const open = Math.abs(age - story.oldestManifestDays) <= 15
    const back = !open && age > 40
    return {
      id,
      number: `CTNH ${String(number).padStart(3, '0')}`,
      lotIds: load.map((lot) => lot.id),
      carrier: 'Licensed carrier',
      treater: 'Licensed treatment plant',
      massT,
      handedOverOn: -age,
      returnedOn: back ? -(age - between(pick, 18, 36)) : null,
      receivedT: back ? massT : null,
    }
  })
}
