import type { Consumer } from './consumers.ts'

/** Gateways of a park: one for each plant, and one or two for each zone of plots. */
export interface GatewayPlan {
  ids: string[]
  ofConsumer: (consumer: Consumer) => string
}

export const FIELD_GATEWAY = 'gw-field-1'
export const WATER_GATEWAY = 'gw-wtp-1'
export const WASTEWATER_GATEWAY = 'gw-wwtp-1'
export const ANALYSER_GATEWAY = 'gw-wwtp-2'
export const WASTE_GATEWAY = 'gw-transfer-1'

export const substationGateway = (index: number): string => `gw-ss-${index + 1}`

/** Meters of a zone with more plots than this report through two gateways. */
const PLOTS_PER_GATEWAY = 22

const zoneOf = (consumer: Consumer): string => consumer.key.replace(/\d.*$/, '')

/** Names the gateways of a park and shares the meters of each zone between them. */
export function planGateways(consumers: readonly Consumer[], substations: number): GatewayPlan {
  const plots = consumers.filter((consumer) => consumer.plotId !== null)
  const zones = [...new Set(plots.map(zoneOf))].toSorted()
  const byKey = new Map<string, string>()
  const ids = Array.from({ length: substations }, (_, i) => substationGateway(i))
  ids.push(WATER_GATEWAY, WASTEWATER_GATEWAY, ANALYSER_GATEWAY, WASTE_GATEWAY, FIELD_GATEWAY)
  for (const zone of zones) {
    const own = plots.filter((plot) => zoneOf(plot) === zone).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const count = Math.ceil(own.length / PLOTS_PER_GATEWAY)
    for (let i = 0; i < count; i++) ids.push(`gw-${zone}-${i + 1}`)
    for (const [i, plot] of own.entries()) {
      byKey.set(plot.key, `gw-${zone}-${Math.floor((i * count) / own.length) + 1}`)
    }
  }
  const ofSite = (consumer: Consumer): string => {
    if (consumer.siteKind === 'water-plant') return WATER_GATEWAY
    if (consumer.siteKind === 'wastewater-plant') return WASTEWATER_GATEWAY
    return consumer.siteKind === 'transfer-station' ? WASTE_GATEWAY : FIELD_GATEWAY
  }
  return { ids, ofConsumer: (consumer) => byKey.get(consumer.key) ?? ofSite(consumer) }
}
