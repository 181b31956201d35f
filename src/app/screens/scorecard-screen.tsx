import { ScorecardPage } from '../../features/scorecard/scorecard-page.tsx'

export function ScorecardScreen() {
  return <ScorecardPage />
}
