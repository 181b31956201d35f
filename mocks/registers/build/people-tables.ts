import { between, tenth, type DraftContext } from './draft-context.ts'
import type { DraftRow } from './table.ts'

const pad = (n: number): string => String(n).padStart(2, '0')

export function violations({ story, operating }: DraftContext): DraftRow[] {
  const tenant = operating[3]
  if (!story.openViolation || tenant === undefined) return []
  return [
    {
      id: 'vio-01',
      party: 'tenant',
      tenantId: tenant.id,
      field: 'environment',
      decidedOn: -420,
      authority: 'Provincial environment agency',
      summary: 'Discharge above the intake standard, fined',
      closedOn: -360,
    },
  ]
}

const GRIEVANCES = [
  ['tenant', 'Low pressure on the ring main'],
  ['worker', 'Shuttle bus late on the night shift'],
  ['community', 'Odour towards the residential area'],
  ['tenant', 'Road lighting out on one street'],
  ['worker', 'Canteen queue'],
  ['community', 'Dust during dry weeks'],
  ['tenant', 'Sewer blocked at the plot gate'],
] as const

export function grievances({ operating, random }: DraftContext): DraftRow[] {
  const pick = random('grievances')
  return Array.from({ length: 18 }, (_, k): DraftRow => {
    const [from, subject] = GRIEVANCES[k % GRIEVANCES.length] ?? GRIEVANCES[0]
    const age = 12 + k * 19
    const addressed = k < 2 ? null : age - between(pick, 2, Math.min(60, age - 1))
    const concluded = addressed === null || k % 5 === 4 ? null : Math.max(1, addressed - between(pick, 0, 9))
    return {
      id: `gr-${pad(k + 1)}`,
      receivedOn: -age,
      from,
      tenantId: from === 'tenant' ? (operating[between(pick, 0, operating.length - 1)]?.id ?? null) : null,
      subject,
      addressedOn: addressed === null ? null : -addressed,
      concludedOn: concluded === null ? null : -concluded,
    }
  })
}

const INCIDENTS = [
  ['near-miss', 'Forklift and pedestrian at a gate'],
  ['safety', 'Slip at the sludge press'],
  ['fire', 'Cable tray smouldered, out before the crew came'],
  ['security', 'Fence cut at the south side'],
  ['spill', 'Diesel at the truck stop, absorbed'],
] as const

export function incidents({ operating, random }: DraftContext): DraftRow[] {
  const pick = random('incidents')
  return Array.from({ length: 9 }, (_, k): DraftRow => {
    const [kind, summary] = INCIDENTS[k % INCIDENTS.length] ?? INCIDENTS[0]
    const age = 9 + k * 37
    return {
      id: `inc-${pad(k + 1)}`,
      occurredAt: -(age + tenth(pick())),
      class: kind,
      tenantId: k % 2 === 0 ? (operating[between(pick, 0, operating.length - 1)]?.id ?? null) : null,
      summary,
      closedOn: k === 0 ? null : -(age - between(pick, 1, Math.min(24, age - 1))),
    }
  })
}

export function surveys({ operating, random }: DraftContext): DraftRow[] {
  const pick = random('surveys')
  const survey = (id: string, kind: string, title: string, age: number, asked: number, share: number): DraftRow => {
    const answered = Math.round(asked * (0.55 + 0.25 * pick()))
    return { id, kind, title, heldOn: -age, asked, answered, satisfied: Math.round(answered * share) }
  }
  const firms = operating.length
  return [
    survey('sv-01', 'tenants-services', 'Tenants’ survey', 130, firms, 0.81),
    survey('sv-02', 'employees-social', 'Employees’ survey', 160, 600, 0.77),
    survey('sv-03', 'community-dialogue', 'Neighbours’ survey', 190, 150, 0.83),
    survey('sv-04', 'outreach', 'Open day', 90, 120, 0.9),
    survey('sv-05', 'outreach', 'School visits', 250, 80, 0.88),
    survey('sv-06', 'outreach', 'Tree planting', 330, 60, 0.74),
    survey('sv-07', 'tenants-services', 'Tenants’ survey', 495, firms, 0.76),
  ]
}
