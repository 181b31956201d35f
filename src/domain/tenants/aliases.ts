import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

/** Words of the alias of a tenant, in one language: "Tenant A-01". */
export type AliasOf = (tenant: Tenant) => string

/**
 * The park's lists with every tenant's name replaced by its alias. A screen that draws from these lists cannot print
 * a name, whatever it shows. Unit: none. Never fails. Source: product.md, roles.
 */
export function withAliases(index: ParkIndex, aliasOf: AliasOf): ParkIndex {
  const tenants = index.tenants.map((tenant) => ({ ...tenant, name: aliasOf(tenant) }))
  return { ...index, tenants, tenantById: new Map(tenants.map((tenant) => [tenant.id, tenant])) }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

/**
 * Replaces every tenant's name inside a text by its alias: for what leaves the house with free text in it. Longer
 * names go first, so that a name inside another one leaves no rest. Unit: none. Never fails; a blank name is skipped.
 * Source: product.md, roles.
 */
export function nameVeil(tenants: readonly Tenant[], aliasOf: AliasOf): (text: string) => string {
  const aliases = new Map(
    tenants
      .filter(({ name }) => name.trim() !== '')
      .map((tenant): [string, string] => [tenant.name.toLowerCase(), aliasOf(tenant)]),
  )
  if (aliases.size === 0) return (text) => text
  const names = [...aliases.keys()].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(names.map(escaped).join('|'), 'giu')
  return (text) => text.replaceAll(pattern, (found) => aliases.get(found.toLowerCase()) ?? '')
}
