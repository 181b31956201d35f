import {
  activeSymbiosis,
  activeSymbiosisAny,
  basicServices,
  developerViolations,
  housingSolution,
  publicLandShare,
  streamsMonitored,
  tenantViolations,
  yearlyEsrReport,
} from './article37-indicators.ts'
import { documented, entityLocalProcurement, nativeOpenSpace, occupancyFiveYears } from './document-indicators.ts'
import {
  firmsFlag,
  firmsWithRecp,
  hazardousHandled,
  largeFirmsCertificate,
  largeFirmsFlag,
  pollutersRiskFramework,
  unknown,
  womenSupported,
  workers,
} from './firm-indicators.ts'
import {
  carbonIntensity,
  energyIntensity,
  energyMetered,
  monitored,
  renewableShare,
  wasteRoutes,
  wastewaterReused,
  wastewaterToStandard,
  waterDemandAssessed,
} from './meter-indicators.ts'
import {
  grievancesConcluded,
  grievancesInTime,
  incidentsInTime,
  outreachPositive,
  reportGap,
  survey,
} from './people-indicators.ts'
import type { Indicator } from './scorecard-types.ts'

/** Functions of the engine by the name that a criterion's `indicator` begins with. */
const INDICATORS: ReadonlyMap<string, Indicator> = new Map<string, Indicator>([
  ['active-symbiosis', activeSymbiosis],
  ['active-symbiosis-any', activeSymbiosisAny],
  ['basic-services', basicServices],
  ['carbon-intensity', carbonIntensity],
  ['developer-violations', developerViolations],
  ['documented', documented],
  ['energy-intensity', energyIntensity],
  ['energy-metered', energyMetered],
  ['entity-local-procurement', entityLocalProcurement],
  ['firms-flag', firmsFlag],
  ['firms-with-recp', firmsWithRecp],
  ['grievances-concluded', grievancesConcluded],
  ['grievances-in-90-days', grievancesInTime],
  ['hazardous-handled', hazardousHandled],
  ['housing-solution', housingSolution],
  ['incidents-in-30-days', incidentsInTime],
  ['large-firms-certificate', largeFirmsCertificate],
  ['large-firms-flag', largeFirmsFlag],
  ['monitored', monitored],
  ['native-open-space', nativeOpenSpace],
  ['occupancy-5-years', occupancyFiveYears],
  ['outreach-positive', outreachPositive],
  ['polluters-risk-framework', pollutersRiskFramework],
  ['public-land-share', publicLandShare],
  ['renewable-share', renewableShare],
  ['report-gap', reportGap],
  ['streams-monitored', streamsMonitored],
  ['survey', survey],
  ['tenant-violations', tenantViolations],
  ['waste-routes', wasteRoutes],
  ['wastewater-reused', wastewaterReused],
  ['wastewater-to-standard', wastewaterToStandard],
  ['water-demand-assessed', waterDemandAssessed],
  ['women-supported', womenSupported],
  ['workers', workers],
  ['yearly-esr-report', yearlyEsrReport],
])

/** The function of `name:arg,arg` and its arguments; one that knows nothing for a name that the engine lacks. */
export function indicatorOf(key: string | null): { run: Indicator; args: readonly string[] } {
  const [name = '', list = ''] = (key ?? '').split(':')
  return { run: INDICATORS.get(name) ?? unknown, args: list === '' ? [] : list.split(',') }
}
