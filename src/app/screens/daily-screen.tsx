import { DailyPage } from '../../features/daily/daily-page.tsx'

export function DailyScreen() {
  return <DailyPage />
}
