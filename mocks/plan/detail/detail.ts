import { byArea, offset } from '../clip.ts'
import { signedArea } from '../geometry.ts'
import { siteFrame } from '../local-frame.ts'
import type { PlanParams } from '../params.ts'
import { randomStream, shuffled } from '../random.ts'
import type { GroundPlan, PlotPlan, Ring, SitePlan } from '../types.ts'
import type { SiteKind } from '../../../src/contract/collections.ts'
import { INDUSTRY_TYPES } from './industry-types.data.ts'
import { createPad, type PadOutput } from './pad.ts'
import { layOutPark } from './park-site.ts'
import { detailPlot } from './plot-detail.ts'
import { layOutFireStation, layOutHousing, layOutService, layOutTransferStation } from './service-sites.ts'
import type { SiteContext } from './site-context.ts'
import { layOutSubstation } from './substation.ts'
import { layOutWastewaterPlant } from './wastewater-plant.ts'
import { layOutWaterPlant } from './water-plant.ts'

const SITE_FENCE_M = 6

const SITE_LAYOUTS: Readonly<Record<SiteKind, (context: SiteContext) => void>> = {
  substation: layOutSubstation,
  'wastewater-plant': layOutWastewaterPlant,
  'water-plant': layOutWaterPlant,
  'transfer-station': layOutTransferStation,
  service: layOutService,
  'fire-station': layOutFireStation,
  housing: layOutHousing,
  park: layOutPark,
}

/** Width and depth that a layout is made for, metres; on less land everything is drawn to a smaller scale. */
const DESIGN_M: Readonly<Partial<Record<SiteKind, readonly [number, number]>>> = {
  substation: [96, 90],
  'wastewater-plant': [300, 205],
  'water-plant': [300, 165],
  'transfer-station': [115, 120],
}

interface Detail extends PadOutput {
  plots: PlotPlan[]
  units: GroundPlan['units']
  ponds: Ring[]
}

/** Buildings, yards, process units and ponds on every plot and site. */
export function buildDetail(
  params: PlanParams,
  plots: readonly PlotPlan[],
  sites: readonly SitePlan[],
  frameAt: GroundPlan['frameAt'],
): Detail {
  const detail: Detail = { plots: [], buildings: [], yards: [], units: [], ponds: [] }
  const solar = drawSolarPlots(params, plots)
  for (const plot of plots) detail.plots.push(detailPlot(params, plot, solar.has(plot.id), detail))
  for (const site of sites) {
    const allowed = byArea(offset([site.ring], -SITE_FENCE_M))[0]
    if (!allowed) continue
    const frame = siteFrame(site, frameAt)
    const roofLimitM2 = signedArea(site.ring) * params.occupancy.maxCoverage
    const [designW, designD] = DESIGN_M[site.kind] ?? [1, 1]
    const scale = Math.min(1, frame.widthM / designW, frame.depthM / designD)
    const pad = createPad(site.id, frame, allowed, roofLimitM2, randomStream(params.seed, site.id), detail, scale)
    SITE_LAYOUTS[site.kind]({ site, pad, allowed, units: detail.units, ponds: detail.ponds })
  }
  return detail
}

/** Plots with panels: a share of those in operation, never under saw-tooth roofs. */
function drawSolarPlots(params: PlanParams, plots: readonly PlotPlan[]): Set<string> {
  const leased = plots.filter((plot) => plot.status === 'leased' && plot.industry)
  const suited = leased.filter((plot) => plot.industry && INDUSTRY_TYPES[plot.industry].roof !== 'saw')
  const order = shuffled(suited, randomStream(params.seed, 'solar'))
  return new Set(order.slice(0, Math.round(leased.length * params.occupancy.solarShare)).map((plot) => plot.id))
}
