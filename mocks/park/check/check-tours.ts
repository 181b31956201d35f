import { registerIdSchema } from '../../../src/contract/registers.ts'
import type { Park } from '../../../src/contract/resources.ts'
import type { Tour, TourStep } from '../../../src/contract/tours.ts'
import { stepFault, type TourPlaces } from '../../../src/domain/tours/step-fit.ts'
import type { ParkModel } from '../park-model.ts'
import { findRepeats, type Findings } from './findings.ts'

/** Share of the park's box by which a camera may look past its edge. */
const PAST_EDGE = 0.5

function looksAtPark({ lng, lat }: NonNullable<TourStep['camera']>, [west, south, east, north]: Park['bbox']): boolean {
  const [x, y] = [(east - west) * PAST_EDGE, (north - south) * PAST_EDGE]
  return lng >= west - x && lng <= east + x && lat >= south - y && lat <= north + y
}

/** What the scorecard has open: a criterion, a register, or a row of a register. */
function isOnScorecard(item: string, criterionIds: ReadonlySet<string>): boolean {
  return criterionIds.has(item) || registerIdSchema.safeParse(item.split(':')[0]).success
}

/** Every step of every tour shows something that the park has. Captions and languages are a matter of the schema. */
export function checkTours(
  tours: readonly Tour[],
  { park, assets, tenants }: ParkModel,
  has: {
    plotIds: readonly string[]
    siteIds: readonly string[]
    edgeIds: readonly string[]
    criterionIds: readonly string[]
  },
): Findings {
  const places: TourPlaces = {
    parkId: park.id,
    plotIds: new Set(has.plotIds),
    siteIds: new Set(has.siteIds),
    edgeIds: new Set(has.edgeIds),
    assetIds: new Set(assets.map(({ id }) => id)),
    tenantIds: new Set(tenants.map(({ id }) => id)),
  }
  const criterionIds = new Set(has.criterionIds)
  const findings = findRepeats(
    'tour id',
    tours.map(({ id }) => id),
  )
  for (const { id: tourId, steps } of tours) {
    for (const step of steps) {
      const place = `tour ${tourId}, step ${step.id}`
      const fault = stepFault(step, places)
      if (fault) findings.push({ place, problem: `${fault.field}: the park has no ${fault.missing}` })
      if (step.camera && !looksAtPark(step.camera, park.bbox)) {
        findings.push({ place, problem: 'camera: it looks past the park' })
      }
      if (step.screen === 'scorecard' && step.item !== null && !isOnScorecard(step.item, criterionIds)) {
        findings.push({ place, problem: `item: the scorecard has no ${step.item}` })
      }
    }
  }
  return findings
}
