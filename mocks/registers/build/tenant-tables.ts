import type { Tenant } from '../../../src/contract/resources.ts'
import { shuffled } from '../../plan/random.ts'
import { between, rounded, type DraftContext } from './draft-context.ts'
import type { DraftRow } from './table.ts'

const LARGE = 250

/** Certificates, people and flags of every tenant. */
export function tenantProfiles({ story, tenants, operating, random }: DraftContext): DraftRow[] {
  const pick = random('profiles')
  const checked = Math.round(operating.length * story.legalChecked)
  const yes = (share: number): boolean => pick() < share
  const until = (share: number): number | null => (yes(share) ? between(pick, 40, 900) : null)
  return tenants.map((tenant): DraftRow => {
    const { id, headcount } = tenant
    const base = { id: `tp-${id.slice(2)}`, tenantId: id, asOf: -between(pick, 20, 60) }
    if (headcount === null) return { ...base, status: yes(0.5) ? 'construction' : 'licensed', residencySigned: true }
    const women = Math.round(headcount * (0.3 + 0.3 * pick()))
    const large = headcount > LARGE
    const hazardous = yes(0.62)
    return {
      ...base,
      status: 'operating',
      iso9001Until: until(0.75),
      iso14001Until: until(large ? story.isoShare : story.isoShare * 0.7),
      iso50001Until: until(large ? 0.2 : 0.05),
      iso45001Until: until(large ? 0.78 : 0.3),
      headcount,
      femaleHeadcount: women,
      permanentHeadcount: Math.round(headcount * (0.55 + 0.35 * pick())),
      localHeadcount: Math.round(headcount * (0.5 + 0.4 * pick())),
      femaleSupported: Math.round(women * (0.1 + 0.3 * pick())),
      turnoverUsd: yes(0.41) ? rounded(headcount * between(pick, 22_000, 60_000)) : null,
      residencySigned: yes(0.99),
      codeOfConduct: yes(large ? 0.84 : 0.4),
      harassmentSystem: yes(large ? 0.72 : 0.3),
      trainingProgramme: yes(large ? 0.86 : 0.35),
      preventionStrategy: yes(0.62) ? yes(0.55) : null,
      largestPolluter: hazardous && large,
      riskFramework: yes(0.42),
      localSuppliers80: yes(0.34),
      smallOrMedium: headcount < 200,
      hazardousWaste: hazardous,
      hazardousCompliant: hazardous ? yes(0.97) : null,
      legalCheckedOn: operating.indexOf(tenant) < checked ? -between(pick, 30, 300) : -between(pick, 400, 700),
    }
  })
}

const SOLUTIONS = [
  ['Compressor staging and leak repair', 'kWh'],
  ['Variable-speed fan drives', 'kWh'],
  ['LED lighting of the halls', 'kWh'],
  ['Chiller optimisation', 'kWh'],
  ['Heat recovery from exhaust air', 'kWh'],
  ['Rinse water loop', 'm3'],
  ['Condensate return', 'm3'],
  ['Cooling tower blow-down reuse', 'm3'],
  ['Cutting waste back to extrusion', 't'],
  ['Solvent recovery', 't'],
] as const
type Resource = (typeof SOLUTIONS)[number][1]

function baseline(tenant: Tenant, resource: Resource): number {
  if (resource === 'kWh') return rounded((tenant.contractedPowerKw ?? 500) * 3200)
  if (resource === 'm3') return rounded((tenant.contractedWaterM3PerDay ?? 60) * 300)
  return rounded((tenant.headcount ?? 100) * 3)
}

function saving(resource: Resource, base: number, share: number): Partial<DraftRow> {
  const saved = rounded(base * share)
  if (resource === 'kWh') {
    return {
      baselineKwh: base,
      savedKwh: saved,
      savedVnd: rounded(saved * 1900),
      savedTCo2: rounded((saved / 1000) * 0.6592),
    }
  }
  if (resource === 'm3') {
    return {
      baselineWaterM3: base,
      savedWaterM3: saved,
      wastewaterReducedM3: rounded(saved * 0.8),
      savedVnd: rounded(saved * 12_000),
    }
  }
  return { baselineMaterialT: base, savedMaterialT: saved, wasteRecycledT: saved, savedVnd: rounded(saved * 6_000_000) }
}

function meterOf(tenant: Tenant, resource: Resource, pointIds: ReadonlySet<string>): string | null {
  const plot = tenant.id.slice(2)
  const id = resource === 'kWh' ? `em-${plot}.energy-import` : `wm-${plot}.volume`
  return resource !== 't' && pointIds.has(id) ? id : null
}

/** Solutions from idea to verified saving: as many firms with a measured saving as the story says. */
export function recpSolutions({ story, operating, pointIds, random }: DraftContext): DraftRow[] {
  const pick = random('recp')
  const firms = shuffled(operating, pick)
  const rows: DraftRow[] = []
  const add = (tenant: Tenant, stage: string, measured: boolean): void => {
    const [title, resource] = SOLUTIONS[between(pick, 0, SOLUTIONS.length - 1)] ?? SOLUTIONS[0]
    const identified = between(pick, 600, 1300)
    const implemented = identified - between(pick, 120, 200)
    const done = stage === 'implemented' || stage === 'verified'
    const base = baseline(tenant, resource)
    rows.push({
      id: `recp-${String(rows.length + 1).padStart(3, '0')}`,
      tenantId: tenant.id,
      title,
      stage,
      identifiedOn: -identified,
      implementedOn: done ? -implemented : null,
      verifiedOn: stage === 'verified' ? -between(pick, 15, 60) : null,
      ...(measured
        ? {
            measuredFrom: -365 - between(pick, 15, 60),
            measuredTo: -between(pick, 61, 75),
            ...saving(resource, base, 0.03 + 0.09 * pick()),
            pointId: meterOf(tenant, resource, pointIds),
          }
        : {}),
      capexVnd: rounded(base * between(pick, 200, 900)),
    })
  }
  firms.forEach((tenant, k) => {
    if (k < story.recpFirms) {
      add(tenant, pick() < 0.6 ? 'verified' : 'implemented', true)
      if (pick() < 0.5) add(tenant, pick() < 0.5 ? 'planned' : 'verified', false)
    } else if (k < story.recpFirms + story.unmeasuredFirms) {
      add(tenant, 'implemented', false)
    } else if (pick() < 0.25) {
      add(tenant, pick() < 0.5 ? 'identified' : 'feasible', false)
    }
  })
  return rows
}
