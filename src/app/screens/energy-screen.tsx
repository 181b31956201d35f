import { DetailPanel } from '../../features/detail/detail-panel.tsx'
import { EnergyPage } from '../../features/energy/energy-page.tsx'

/** Energy with the detail panel beside it. */
export function EnergyScreen() {
  return <EnergyPage detail={DetailPanel} />
}
