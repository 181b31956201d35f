import { ToursPage } from '../../features/tour/tours-page.tsx'

/** Tours of the park, and the one that is being written. */
export function TourScreen() {
  return <ToursPage />
}
