import { useMemo, type ReactNode } from 'react'
import { withAliases } from '../domain/tenants/aliases.ts'
import { useText } from '../i18n/use-text.ts'
import { ParkContext, useParkIndex } from '../session/park-context.ts'
import { PresentationContext, type Layout } from '../session/presentation.ts'

/**
 * Says for which layout the screens inside are drawn. Where the park shows its tenants under aliases there, the park's
 * lists come without their names, so that no component can print one.
 */
export function Presentation({ layout, children }: { layout: Layout; children: ReactNode }) {
  const t = useText('words')
  const index = useParkIndex()
  const shown = useMemo(() => {
    if (index === null || layout === 'desk' || !index.park.aliases[layout]) return index
    return withAliases(index, ({ alias }) => t('tenant.alias', { code: alias }))
  }, [index, layout, t])
  return (
    <PresentationContext value={layout}>
      <ParkContext value={shown}>{children}</ParkContext>
    </PresentationContext>
  )
}
