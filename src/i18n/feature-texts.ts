import type { Locale } from '../contract/primitives.ts'
import type alarms from './catalogues/vi/alarms.json'
import type chart from './catalogues/vi/chart.json'
import type daily from './catalogues/vi/daily.json'
import type energy from './catalogues/vi/energy.json'
import type impact from './catalogues/vi/impact.json'
import type portfolio from './catalogues/vi/portfolio.json'
import type registers from './catalogues/vi/registers.json'
import type replay from './catalogues/vi/replay.json'
import type scorecard from './catalogues/vi/scorecard.json'
import type shift from './catalogues/vi/shift.json'
import type tenants from './catalogues/vi/tenants.json'
import type tour from './catalogues/vi/tour.json'
import type wall from './catalogues/vi/wall.json'
import type waste from './catalogues/vi/waste.json'
import type water from './catalogues/vi/water.json'

/** Texts that come with a screen, not with the shell: one small file by language and namespace. */
export interface FeatureCatalogue {
  alarms: typeof alarms
  chart: typeof chart
  daily: typeof daily
  energy: typeof energy
  impact: typeof impact
  portfolio: typeof portfolio
  registers: typeof registers
  replay: typeof replay
  scorecard: typeof scorecard
  shift: typeof shift
  tenants: typeof tenants
  tour: typeof tour
  wall: typeof wall
  waste: typeof waste
  water: typeof water
}

const files = import.meta.glob<Record<string, string>>(
  [
    './catalogues/*/*.json',
    '!./catalogues/*/{detail,facts,health,kpi,map,overview,problem,quality,shell,state,words}.json',
  ],
  { import: 'default' },
)

/** Every namespace that is loaded with a screen. */
export const FEATURE_NAMESPACES: readonly string[] = Object.keys(files)
  .flatMap((path) => /\/vi\/([^/]+)\.json$/.exec(path)?.[1] ?? [])
  .toSorted()

/** Fetches one namespace of one language; null where there is no such file. */
export async function loadFeatureTexts(locale: Locale, namespace: string): Promise<Record<string, string> | null> {
  return (await files[`./catalogues/${locale}/${namespace}.json`]?.()) ?? null
}
