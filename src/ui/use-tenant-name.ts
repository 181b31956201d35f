import { useCallback } from 'react'
import type { Park, Tenant } from '../contract/resources.ts'
import { useText } from '../i18n/use-text.ts'
import { useParkIndex } from '../session/park-context.ts'
import { usePresentation, type Layout } from '../session/presentation.ts'

/**
 * Name of a tenant as the park lets it appear: its own, or its alias. Without a layout it is the one around the
 * component; `export` is for what leaves the product as a file. Inside `Presentation` the lists of `useParkIndex`
 * carry aliases already; this is for tenants that come from elsewhere.
 */
export function useTenantName(layout?: Layout | 'export', ofPark?: Park): (tenant: Tenant) => string {
  const t = useText('words')
  const around = usePresentation()
  const index = useParkIndex()
  const park = ofPark ?? index?.park
  const where = layout ?? around
  const veiled = where !== 'desk' && (park?.aliases[where] ?? true)
  return useCallback(({ name, alias }: Tenant) => (veiled ? t('tenant.alias', { code: alias }) : name), [veiled, t])
}
