import type { CriteriaSet } from '../../../src/contract/reference-criteria.ts'
import type { ParkFiles } from '../../park/park-model.ts'
import { draftContext } from './draft-context.ts'
import { symbiosisExchanges } from './exchange-tables.ts'
import { storedHistory } from './history-table.ts'
import { actions, documents, fuelUse, labResults, parkStatements, reportsIssued, targets } from './park-tables.ts'
import { grievances, incidents, surveys, violations } from './people-tables.ts'
import type { Story } from './story.data.ts'
import { tableOf } from './table.ts'
import { recpSolutions, tenantProfiles } from './tenant-tables.ts'
import { wasteLots, wasteManifests } from './waste-tables.ts'

const TECHNICAL = new Set(['substation', 'wastewater-plant', 'water-plant', 'transfer-station', 'fire-station'])
const SOCIAL = new Set(['housing', 'park'])

/** The demo registers of a park by file name; the same story and park give the same bytes. */
export async function registerFiles(
  files: ParkFiles,
  story: Story,
  sets: readonly CriteriaSet[],
): Promise<Record<string, object>> {
  const [{ park, tenants, assets, points, simulation }, sites] = await Promise.all([
    files.core(),
    files.collection('sites'),
  ])
  const hectares = (kinds: ReadonlySet<string>): number =>
    sites.reduce((sum, { properties }) => sum + (kinds.has(properties.kind) ? properties.areaHa : 0), 0)
  const firstOf = (kind: string): string | null => assets.find((asset) => asset.kind === kind)?.id ?? null
  const context = draftContext({
    story,
    areaHa: park.areaHa,
    facts: park.facts,
    tenants,
    pointIds: new Set<string>(points.map(({ id }) => id)),
    hazardousStoreId: firstOf('hazardous-store'),
    outfallId: firstOf('outfall'),
    waste: simulation.waste,
    technicalHa: hectares(TECHNICAL),
    socialHa: hectares(SOCIAL),
  })
  const profiles = tenantProfiles(context)
  const lots = wasteLots(context, profiles)
  return {
    'tenant-profiles': tableOf('tenant-profiles', profiles),
    'recp-solutions': tableOf('recp-solutions', recpSolutions(context)),
    'symbiosis-exchanges': tableOf('symbiosis-exchanges', symbiosisExchanges(context)),
    'waste-lots': tableOf('waste-lots', lots),
    'waste-manifests': tableOf('waste-manifests', wasteManifests(context, lots)),
    violations: tableOf('violations', violations(context)),
    grievances: tableOf('grievances', grievances(context)),
    incidents: tableOf('incidents', incidents(context)),
    surveys: tableOf('surveys', surveys(context)),
    'lab-results': tableOf('lab-results', labResults(context)),
    'reports-issued': tableOf('reports-issued', reportsIssued(context)),
    documents: tableOf('documents', documents(context)),
    actions: tableOf('actions', actions(context)),
    'fuel-use': tableOf('fuel-use', fuelUse(context)),
    targets: tableOf('targets', targets(context)),
    'park-statements': tableOf('park-statements', parkStatements(context)),
    history: storedHistory(context, sets),
  }
}
