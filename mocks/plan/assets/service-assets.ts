import type { WasteStream } from '../../../src/contract/asset-kinds.ts'
import { distance, moved } from '../geometry.ts'
import { hasRecyclables } from '../networks/build-networks.ts'
import type { Vec } from '../types.ts'
import { unitSpot } from '../units.ts'
import type { BuildContext } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { FIELD_GATEWAY, WASTE_GATEWAY } from './gateways.ts'

export const HAZARDOUS_STORE_ID = 'hz-1'

export interface ContainerPlan {
  assetId: string
  stream: WasteStream
  consumer: Consumer
  at: Vec
}

const hasHazardous = (consumer: Consumer): boolean =>
  consumer.industry === 'electronics' || consumer.industry === 'metal' || consumer.industry === 'fibre'

/** Containers stand in a row inside the gate. */
export function planContainers(consumers: readonly Consumer[]): ContainerPlan[] {
  return consumers.flatMap((consumer) => {
    const streams: [WasteStream, string, boolean][] = [
      ['domestic', 'wd', consumer.plotId !== null],
      ['ordinary-industrial', 'wi', consumer.plotId !== null],
      ['recyclable', 'wc', consumer.plotId !== null && hasRecyclables(consumer)],
      ['hazardous', 'wh', hasHazardous(consumer)],
      ['sludge', 'ws', consumer.siteKind === 'wastewater-plant'],
    ]
    return streams
      .filter(([, , present]) => present)
      .map(([stream, prefix], i) => ({
        assetId: `${prefix}-${consumer.key}`,
        stream,
        consumer,
        at: moved(consumer.meters, consumer.ex, 10 + i * 4),
      }))
  })
}

/** Containers, vehicles, the transfer station and the hazardous store. */
export function addWasteAssets({ ground, params, networks, consumers, book }: BuildContext): void {
  const { assetId: stationId, siteId, name } = params.waste
  const inStation = { parentId: stationId, gatewayId: WASTE_GATEWAY }
  book.add(stationId, { kind: 'transfer-station', name, siteId, gatewayId: WASTE_GATEWAY })
  const store = unitSpot(ground, siteId, 'hazardous-store')
  book.add(HAZARDOUS_STORE_ID, { kind: 'hazardous-store', ...inStation, siteId, at: store })
  for (const route of networks.routes) {
    const at = route.line[0] ?? store
    book.add(route.vehicleId, { kind: 'collection-vehicle', ...inStation, siteId, at, wasteStream: route.stream })
  }
  for (const container of planContainers(consumers)) {
    const { plotId, siteId: ownSite } = container.consumer
    book.add(container.assetId, {
      kind: 'container',
      ...inStation,
      plotId,
      siteId: ownSite,
      at: container.at,
      wasteStream: container.stream,
    })
  }
}

/** Weather and air stations, fibre cabinets and gateways. */
export function addFieldAssets({ ground, params, networks, gateways, book }: BuildContext): void {
  const centreOf = (id: string): Vec => ground.sites.find((site) => site.id === id)?.centre ?? [0, 0]
  const park = ground.sites.find((site) => site.kind === 'park')?.centre ?? centreOf(params.waste.siteId)
  const housing = ground.sites.find((site) => site.kind === 'housing')?.centre ?? park
  const services = ground.sites.find((site) => site.kind === 'service')?.centre ?? park
  const field = { gatewayId: FIELD_GATEWAY }
  book.add('ws-1', { kind: 'weather-station', ...field, at: moved(park, [0, 1], 60) })
  book.add('ws-2', { kind: 'weather-station', ...field, at: moved(centreOf(params.wastewater.siteId), [0, 1], 25) })
  book.add('aq-1', { kind: 'air-station', ...field, at: moved(housing, [1, 0], 30) })
  book.add('aq-2', { kind: 'air-station', ...field, at: moved(services, [1, 0], 30) })
  book.add('aq-3', { kind: 'air-station', ...field, at: moved(park, [1, 0], 70) })
  for (const fibre of networks.fibre.fibreNodes) book.add(fibre, { kind: 'fibre-node' })
  const cabinets = networks.fibre.fibreNodes.map(
    (id) => networks.plan.nodes.find((node) => node.assetId === id)?.p ?? park,
  )
  for (const [i, id] of gateways.ids.entries()) {
    book.add(id, { kind: 'gateway', at: gatewaySpot(id, i, { park, cabinets, params, centreOf }) })
  }
}

/** Gateways of plants stand in the plant, those of zones at a cabinet of their own. */
function gatewaySpot(
  id: string,
  index: number,
  places: { park: Vec; cabinets: Vec[]; params: BuildContext['params']; centreOf: (siteId: string) => Vec },
): Vec {
  const { params, centreOf, cabinets, park } = places
  const sites: [RegExp, string][] = [
    [/^gw-ss-1$/, params.substations[0]?.siteId ?? ''],
    [/^gw-ss-2$/, params.substations[1]?.siteId ?? ''],
    [/^gw-wtp-/, params.water.siteId],
    [/^gw-wwtp-/, params.wastewater.siteId],
    [/^gw-transfer-/, params.waste.siteId],
  ]
  const site = sites.find(([pattern]) => pattern.test(id))
  if (site) return moved(centreOf(site[1]), [1, 0], 4 + index)
  if (id === FIELD_GATEWAY) return moved(park, [0, -1], 40)
  const free = cabinets.toSorted((a, b) => distance(b, park) - distance(a, park))
  return moved(free[index % Math.max(1, free.length)] ?? park, [1, 1], 2)
}
