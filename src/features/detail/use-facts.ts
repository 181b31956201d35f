import { factValue } from '../../i18n/fact-value.ts'
import { useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Subject } from './subject.ts'
import type { Fact, Source } from '../../contract/primitives.ts'

/** A fact with its label in the language of the screen. */
export interface ShownFact {
  key: string
  label: string
  value: number | string | null
  unit: string | null
  source: Source | null
}

/** "rated-power" reads "Rated power" where no catalogue knows it. */
function readable(key: string): string {
  const text = key.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Country name in the language of the screen, or its code. */
function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Facts of a subject: from the plan, from the fact sheet, from the tenant's contract. */
export function useFacts(index: ParkIndex): (subject: Subject) => readonly ShownFact[] {
  const t = useText('detail')
  const words = useText('words')
  const factWord = useOptionalText('facts')
  const locale = useLocale()
  return (subject) => {
    const line = (
      key: string,
      label: string,
      value: ShownFact['value'],
      unit: string | null = null,
      source: Source | null = null,
    ): ShownFact => ({ key, label, value, unit, source })
    const facts: ShownFact[] = []
    const { park, plot, site, edge, asset, tenant } = subject
    const sheet = (known: readonly Fact[]): void => {
      for (const { key, value, unit, source } of known) {
        facts.push(line(key, factWord(key, readable(key)), factValue(value, locale), unit, source))
      }
    }
    if (park) {
      const { tCO2PerMWh, source } = park.gridEmissionFactor
      sheet(park.facts)
      sheet([{ key: 'grid-emission-factor', value: tCO2PerMWh, unit: 't{CO2e}/(MW.h)', source }])
    }
    if (plot) {
      const { areaHa, zone, status, industry, roadId } = plot.properties
      facts.push(line('area', t('fact.area'), areaHa, 'ha'))
      facts.push(line('status', t('fact.status'), words(`plotStatus.${status}`)))
      facts.push(line('zone', t('fact.zone'), zone))
      if (industry) facts.push(line('industry', t('tenant.industry'), words(`industry.${industry}`)))
      if (roadId) facts.push(line('road', t('fact.road'), roadId.replace(/^road-/, '').toUpperCase()))
    }
    if (site) facts.push(line('area', t('fact.area'), site.properties.areaHa, 'ha'))
    if (edge) {
      const { network, lengthM, nominal, group } = edge.properties
      const power = network.startsWith('power')
      facts.push(line('network', t('fact.network'), words(`network.${network}`)))
      facts.push(line('length', t('fact.length'), lengthM, 'm'))
      facts.push(line('nominal', t('fact.nominal'), nominal, power ? 'kV' : 'mm'))
      if (group) facts.push(line('group', t('fact.group'), group.toUpperCase()))
    }
    if (asset) {
      facts.push(line('code', t('fact.code'), asset.code))
      if (asset.wasteStream) facts.push(line('waste', t('fact.wasteStream'), words(`waste.${asset.wasteStream}`)))
      const gateway = asset.gatewayId === null ? undefined : index.assetById.get(asset.gatewayId)
      if (gateway) facts.push(line('gateway', t('fact.gateway'), gateway.name?.[locale] ?? gateway.code))
      sheet(asset.facts)
    }
    if (tenant && subject.selection.type === 'tenant') {
      const { source } = tenant
      facts.push(line('industry', t('tenant.industry'), words(`industry.${tenant.industry}`), null, source))
      facts.push(line('vsic', t('tenant.vsic'), tenant.vsic, null, source))
      facts.push(line('country', t('tenant.country'), countryName(tenant.country, locale), null, source))
      facts.push(line('headcount', t('tenant.headcount'), tenant.headcount, '1', source))
      facts.push(line('power', t('tenant.contractedPower'), tenant.contractedPowerKw, 'kW', source))
      facts.push(line('water', t('tenant.contractedWater'), tenant.contractedWaterM3PerDay, 'm3/d', source))
      facts.push(
        line('wastewater', t('tenant.contractedWastewater'), tenant.contractedWastewaterM3PerDay, 'm3/d', source),
      )
      facts.push(line('since', t('tenant.since'), tenant.since, null, source))
    }
    return facts
  }
}
