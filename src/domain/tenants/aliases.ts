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
 * The ways in which one name may be written: capital and small letters, accents joined to their letters or apart. A
 * pattern that ignores case does not do it alone: the small form of "İ" is two characters, which it takes for others.
 */
function formsOf(name: string): readonly string[] {
  const cases = [name, name.toLowerCase(), name.toUpperCase()]
  return [...new Set(cases.flatMap((form) => [form, form.normalize('NFC'), form.normalize('NFD')]))]
}

const longestOf = (forms: readonly string[]): number => Math.max(...forms.map(({ length }) => length))

/**
 * Replaces every tenant's name inside a text by its alias: for what leaves the house with free text in it. Longer
 * names go first, so that a name inside another one leaves no rest. Unit: none. Never fails; a blank name is skipped.
 * Source: product.md, roles.
 */
export function nameVeil(tenants: readonly Tenant[], aliasOf: AliasOf): (text: string) => string {
  const veiled = tenants
    .filter(({ name }) => name.trim() !== '')
    .map((tenant) => ({ forms: formsOf(tenant.name), alias: aliasOf(tenant) }))
    .toSorted((a, b) => longestOf(b.forms) - longestOf(a.forms))
  if (veiled.length === 0) return (text) => text
  const pattern = new RegExp(veiled.map(({ forms }) => `(${forms.map(escaped).join('|')})`).join('|'), 'giu')
  return (text) =>
    text.replaceAll(pattern, (...found: unknown[]) => {
      const at = found.slice(1, 1 + veiled.length).findIndex((part) => part !== undefined)
      return veiled[at]?.alias ?? ''
    })
}
