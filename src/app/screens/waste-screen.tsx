import { WastePage } from '../../features/waste/waste-page.tsx'

export function WasteScreen() {
  return <WastePage />
}
