import { assetIdSchema, pointIdSchema, tenantIdSchema, type AssetId } from '../../../src/contract/primitives.ts'
import type { TenantEntry } from '../../park/park-files.ts'
import type { SimConsumer, SimFault, SimulationFile } from '../../park/simulation-file.ts'
import { OUTFALL_ID } from '../networks/build-networks.ts'
import { randomStream } from '../random.ts'
import type { BuildContext } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { energyParameters } from './energy-parameters.ts'
import { INDUSTRY_DEMAND } from './industry-demand.data.ts'
import { wasteParameters } from './waste-parameters.ts'
import { wastewaterParameters, waterParameters } from './water-parameters.ts'

/** Discharge of sites without an industry: housing and offices. */
const DOMESTIC = { codMgL: 380, tssMgL: 200, ammoniumMgL: 34, ph: 7.3, conductivityUsCm: 750, temperatureC: 29 }

function consumerParameters(
  consumer: Consumer,
  book: BuildContext['book'],
  tenants: readonly TenantEntry[],
): SimConsumer {
  const { key } = consumer
  const assetOrNull = (id: string): AssetId | null => (book.has(id) ? assetIdSchema.parse(id) : null)
  const tenant = tenants.find((candidate) => consumer.plotId !== null && candidate.plotIds.includes(consumer.plotId))
  const quality = consumer.industry === null ? DOMESTIC : INDUSTRY_DEMAND[consumer.industry]
  return {
    plotId: consumer.plotId,
    siteId: consumer.siteId,
    tenantId: tenant === undefined ? null : tenantIdSchema.parse(tenant.id),
    industry: consumer.industry,
    electricityMeterId: assetOrNull(`em-${key}`),
    waterMeterId: assetOrNull(`wm-${key}`),
    sewerMeterId: assetOrNull(`sm-${key}`),
    solarPlantId: assetOrNull(`pv-${key}`),
    reclaimedMeterId: assetOrNull(`rm-${key}`),
    powerKw: consumer.powerKw,
    powerProfile: consumer.profile,
    powerFactor: consumer.powerFactor,
    solarKwp: consumer.solarKwp,
    waterM3PerDay: consumer.waterM3PerDay,
    dischargeM3PerDay: consumer.dischargeM3PerDay,
    reclaimedM3PerDay: consumer.reclaimedM3PerDay,
    codMgL: quality.codMgL,
    tssMgL: quality.tssMgL,
    ammoniumMgL: quality.ammoniumMgL,
    ph: quality.ph,
    conductivityUsCm: quality.conductivityUsCm,
    temperatureC: quality.temperatureC,
    headcount: consumer.headcount,
    shiftPattern: consumer.shifts,
    supplyKv: consumer.hv ? 110 : 22,
  }
}

function gatewayParameters(ids: readonly string[], seed: number): SimulationFile['gateways'] {
  return ids.map((id) => {
    const random = randomStream(seed, `gateway:${id}`)
    return {
      assetId: assetIdSchema.parse(id),
      latencyMs: Math.round(25 + random() * 120),
      dropsPerYear: Math.round(3 + random() * 14),
      dropMinutes: Math.round(6 + random() * 30),
    }
  })
}

const point = (id: string): SimFault['pointId'] => pointIdSchema.parse(id)

/** Faults of the kinds that a real park shows, on points of every kind of network. */
function faultList({ consumers, networks }: BuildContext): SimFault[] {
  const faults: SimFault[] = []
  for (const [i, kind] of (['cod', 'tss', 'ammonium', 'ph'] as const).entries()) {
    const offset = [0, -6, 1.5, 0.3][i] ?? 0
    faults.push({
      kind: 'calibration',
      pointId: point(`${OUTFALL_ID}.${kind}`),
      everyDays: 7,
      offsetDays: i,
      startHour: 9,
      hours: 1,
      offset,
    })
  }
  const gauge = networks.sewers.gauges[3]?.assetId
  if (gauge)
    faults.push({
      kind: 'stuck',
      pointId: point(`${gauge}.level`),
      everyDays: 23,
      offsetDays: 4,
      startHour: 2,
      hours: 9,
    })
  const logger = networks.water.loggers[2]?.assetId
  if (logger)
    faults.push({
      kind: 'stuck',
      pointId: point(`${logger}.pressure`),
      everyDays: 31,
      offsetDays: 11,
      startHour: 13,
      hours: 16,
    })
  for (const item of networks.water.loggers.slice(4, 7)) {
    faults.push({ kind: 'late', pointId: point(`${item.assetId}.pressure`), delaySeconds: 25, share: 0.2 })
  }
  const dry = consumers.filter((consumer) => consumer.plotId !== null && !consumer.wet)
  const [first, second, third, fourth] = dry
  if (first && second) {
    faults.push({
      kind: 'mislabelled',
      pointId: point(`wm-${first.key}.flow`),
      swappedWith: point(`wm-${second.key}.flow`),
    })
  }
  if (third) faults.push({ kind: 'repeated', pointId: point(`em-${third.key}.active-power`), share: 0.05 })
  if (fourth)
    faults.push({
      kind: 'dropout',
      pointId: point(`em-${fourth.key}.active-power`),
      everyDays: 9,
      offsetDays: 3,
      startHour: 15,
      hours: 0.5,
    })
  return faults
}

/** simulation.json: every parameter of the simulator, calibrated to the park's totals. */
export function buildSimulation(
  context: BuildContext,
  tenants: readonly TenantEntry[],
  centre: [number, number],
): SimulationFile {
  const { params, consumers, gateways, book } = context
  const consuming = consumers.map((consumer) => consumerParameters(consumer, book, tenants))
  return {
    seed: params.seed,
    source: params.simulatedSource,
    centre,
    consumers: consuming,
    energy: energyParameters(context),
    water: waterParameters(context),
    wastewater: wastewaterParameters(context, consuming),
    waste: wasteParameters(context),
    gateways: gatewayParameters(gateways.ids, params.seed),
    faults: faultList(context),
  }
}
