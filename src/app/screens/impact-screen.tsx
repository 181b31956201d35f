import { ImpactPage } from '../../features/impact/impact-page.tsx'

export function ImpactScreen() {
  return <ImpactPage />
}
