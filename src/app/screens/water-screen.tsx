import { WaterPage } from '../../features/water/water-page.tsx'

export function WaterScreen() {
  return <WaterPage />
}
