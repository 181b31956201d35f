import { TOUR_LAYERS, TOUR_SCREENS, type TourStep } from '../../contract/tours.ts'
import type { View } from '../../session/view.ts'

const DWELL_S = 12

/** The view on screen as a step that still has to be told; null for a screen that no tour can show. */
export function stepOfView(view: View): TourStep | null {
  const screen = TOUR_SCREENS.find((id) => id === view.screen)
  if (screen === undefined) return null
  const layers: TourStep['layers'] = {}
  for (const id of TOUR_LAYERS) {
    const isOn = view.layers[id]
    if (isOn !== undefined) layers[id] = isOn
  }
  return {
    id: screen,
    screen,
    camera: view.camera,
    mode: view.mode,
    layers,
    plotTheme: view.plotTheme,
    look: null,
    selection: view.selection,
    tab: view.tab,
    measure: view.measure,
    item: view.item,
    list: screen === 'tenants' ? view.tenants.tab : null,
    at: view.at === null ? null : new Date(view.at).toISOString(),
    caption: { vi: '', en: '', ja: '' },
    dwellS: DWELL_S,
  }
}
