import type { LimitSet, OutfallPermit } from '../../../src/contract/reference.ts'
import type { Asset, Point, PointLimit } from '../../../src/contract/resources.ts'
import { effectiveLimit, PARAMETER_OF_POINT } from '../../../src/domain/water/limits.ts'
import { findRepeats, type Findings } from './findings.ts'

const PARAMETERS = new Map<string, string>(Object.entries(PARAMETER_OF_POINT))

type Bounds = Pick<OutfallPermit['internalLimits'][string], 'min' | 'max'>

/** Limits of a basis that a point carries, as bounds. */
function boundsOf(limits: readonly PointLimit[], basis: PointLimit['basis']): Bounds {
  const of = (type: PointLimit['type']): number | null =>
    limits.find((limit) => limit.basis === basis && limit.type === type)?.value ?? null
  return { min: of('low'), max: of('high') }
}

function isSame(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6)
}

const wordOf = ({ min, max }: Bounds): string => `${min ?? 'open'} to ${max ?? 'open'}`

/** Points of an outfall say the same limits as its permit: alarms go by the ones, compliance by the other. */
function checkOutfallPoints(permit: OutfallPermit, points: readonly Point[], sets: readonly LimitSet[]): Findings {
  return points.flatMap((point): Findings => {
    const parameter = PARAMETERS.get(point.kind)
    if (parameter === undefined) return []
    const findings: Findings = []
    const limit = effectiveLimit(sets, permit, parameter)
    const legal = limit.ok ? limit.value : { min: null, max: null }
    const own = permit.internalLimits[parameter] ?? { min: null, max: null }
    for (const [basis, said] of [
      ['permit', legal],
      ['internal', own],
    ] as const) {
      const held = boundsOf(point.limits, basis)
      if (isSame(held.min, said.min) && isSame(held.max, said.max)) continue
      findings.push({
        place: point.id,
        problem: `its ${basis} limit is ${wordOf(held)}, permits.json gives ${wordOf(said)}`,
      })
    }
    if (own.max !== null && legal.max !== null && own.max > legal.max) {
      findings.push({
        place: point.id,
        problem: `the internal limit ${own.max} is wider than the permit's ${legal.max}`,
      })
    }
    return findings
  })
}

/** Every outfall has one permit, with a limit set for wastewater, its factors, and points that agree with it. */
export function checkPermits(
  permits: readonly OutfallPermit[],
  assets: readonly Asset[],
  points: readonly Point[],
  sets: readonly LimitSet[],
): Findings {
  const outfalls = new Set<string>(assets.filter(({ kind }) => kind === 'outfall').map(({ id }) => id))
  const named = new Set(permits.map(({ outfallId }) => outfallId))
  const findings: Findings = [
    ...findRepeats(
      'permit id',
      permits.map(({ id }) => id),
    ),
    ...findRepeats(
      'outfall of a permit',
      permits.map(({ outfallId }) => outfallId),
    ),
    ...[...outfalls]
      .filter((id) => !named.has(id))
      .map((id) => ({ place: id, problem: 'the outfall has no permit in permits.json' })),
  ]
  for (const permit of permits) {
    const say = (problem: string): number => findings.push({ place: permit.id, problem })
    if (!outfalls.has(permit.outfallId)) say(`${permit.outfallId} is no outfall`)
    const set = sets.find(({ id }) => id === permit.limitSetId)
    if (set === undefined) say(`no limit set ${permit.limitSetId}`)
    else if (set.medium !== 'wastewater') say(`${set.id} is a limit set for ${set.medium}`)
    else if (set.usesFactors && (permit.kq === null || permit.kf === null)) say(`${set.id} needs Kq and Kf`)
    if (permit.source.title.trim() === '') say('the source has no title')
    findings.push(
      ...checkOutfallPoints(
        permit,
        points.filter(({ assetId }) => assetId === permit.outfallId),
        sets,
      ),
    )
  }
  return findings
}
