import { ReplayPage } from '../../features/replay/replay-page.tsx'

export function ReplayScreen() {
  return <ReplayPage />
}
