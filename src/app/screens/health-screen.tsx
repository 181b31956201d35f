import { HealthPage } from '../../features/health/health-page.tsx'

export function HealthScreen() {
  return <HealthPage />
}
