import type { WasteStream } from '../../../src/contract/asset-kinds.ts'
import { assetIdSchema } from '../../../src/contract/primitives.ts'
import type { SimulationFile } from '../../park/simulation-file.ts'
import { randomStream } from '../random.ts'
import type { BuildContext } from './build-context.ts'
import { HAZARDOUS_STORE_ID, planContainers, type ContainerPlan } from './service-assets.ts'

type Waste = SimulationFile['waste']

/** Container, filling per day and density of a stream. Simulated. */
const STREAMS: Readonly<Record<WasteStream, { volumeM3: number; fill: [number, number]; kgPerM3: number }>> = {
  domestic: { volumeM3: 1.1, fill: [30, 62], kgPerM3: 150 },
  'ordinary-industrial': { volumeM3: 6, fill: [20, 46], kgPerM3: 120 },
  recyclable: { volumeM3: 6, fill: [12, 26], kgPerM3: 60 },
  hazardous: { volumeM3: 2, fill: [2, 5], kgPerM3: 400 },
  sludge: { volumeM3: 15, fill: [48, 52], kgPerM3: 1050 },
}

/** First rounds start before the shifts change; several vehicles leave one after another. */
const STARTS: Readonly<Partial<Record<WasteStream, { startLocal: string; days: number[]; capacityT: number }>>> = {
  domestic: { startLocal: '05:30', days: [1, 2, 3, 4, 5, 6, 7], capacityT: 8 },
  'ordinary-industrial': { startLocal: '08:00', days: [1, 2, 3, 4, 5, 6], capacityT: 12 },
  recyclable: { startLocal: '13:30', days: [1, 3, 5], capacityT: 8 },
}

function laterBy(startLocal: string, minutes: number): string {
  const [hours = 0, mins = 0] = startLocal.split(':').map(Number)
  const total = hours * 60 + mins + minutes
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

function containerOf(
  plan: ContainerPlan,
  seed: number,
  vehicles: ReadonlyMap<string, string>,
): Waste['containers'][number] {
  const { volumeM3, fill, kgPerM3 } = STREAMS[plan.stream]
  const random = randomStream(seed, `fill:${plan.assetId}`)
  const vehicleId = vehicles.get(plan.assetId)
  return {
    assetId: assetIdSchema.parse(plan.assetId),
    stream: plan.stream,
    volumeM3,
    fillPercentPerDay: Math.round((fill[0] + random() * (fill[1] - fill[0])) * 10) / 10,
    kgPerPercent: Math.round(volumeM3 * kgPerM3) / 100,
    vehicleId: vehicleId === undefined ? null : assetIdSchema.parse(vehicleId),
  }
}

/** The simulator's parameters of containers, rounds and the transfer station. */
export function wasteParameters({ params, consumers, networks }: BuildContext): Waste {
  const containers = planContainers(consumers)
  const served = new Map<string, string>()
  const vehicles = networks.routes.map((route): Waste['vehicles'][number] => {
    const own = containers.filter((container) => container.stream === route.stream)
    const stops = route.stops.flatMap((stop) => {
      const container = own.find((candidate) => candidate.consumer.key === stop.key)
      if (container === undefined) return []
      served.set(container.assetId, route.vehicleId)
      return [{ containerId: assetIdSchema.parse(container.assetId), alongM: stop.alongM }]
    })
    const start = STARTS[route.stream] ?? { startLocal: '09:00', days: [2], capacityT: 8 }
    const before = networks.routes.filter((other) => other.stream === route.stream).indexOf(route)
    return {
      assetId: assetIdSchema.parse(route.vehicleId),
      stream: route.stream,
      lengthM: route.lengthM,
      stops,
      startLocal: laterBy(start.startLocal, before * 25),
      days: start.days,
      speedKmH: 22,
      stopSeconds: route.stream === 'domestic' ? 75 : 150,
      capacityT: start.capacityT,
    }
  })
  return {
    containers: containers.map((container) => containerOf(container, params.seed, served)),
    vehicles,
    transferStationId: assetIdSchema.parse(params.waste.assetId),
    hazardousStoreId: assetIdSchema.parse(HAZARDOUS_STORE_ID),
    hazardousTPerDay: params.waste.hazardousTPerDay,
    hazardousHandoverDays: 21,
    sludgeTPerDay: params.waste.sludgeTPerDay,
    diversionShare: { domestic: 0.12, 'ordinary-industrial': 0.58, recyclable: 0.97, hazardous: 0.08, sludge: 0.45 },
  }
}
