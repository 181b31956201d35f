import { DetailPanel } from '../../features/detail/detail-panel.tsx'
import { TenantsPage } from '../../features/tenants/tenants-page.tsx'

/** Tenants and plots; what is neither opens the detail panel in its side. */
export function TenantsScreen() {
  return <TenantsPage detail={DetailPanel} />
}
