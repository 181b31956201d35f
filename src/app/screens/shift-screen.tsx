import { ShiftPage } from '../../features/shift/shift-page.tsx'

export function ShiftScreen() {
  return <ShiftPage />
}
