import type { TourStep } from '../../contract/tours.ts'
import { stepInstantMs } from '../../domain/tours/step-time.ts'
import { WHOLE_LIST } from '../../session/alarm-list-view.ts'
import { NO_TENANTS_VIEW, type TourView, type ViewPatch } from '../../session/view.ts'

/** The whole view of a step: nothing of the step before shines through. */
export function viewOfStep(step: TourStep, tour: TourView | null, nowMs: number, zone: string): ViewPatch {
  return {
    selection: step.selection,
    pointId: null,
    historyRange: '24h',
    layers: { ...step.layers },
    camera: step.camera,
    mode: step.mode,
    plotTheme: step.plotTheme,
    tab: step.tab,
    measure: step.measure,
    item: step.item,
    tenants: { ...NO_TENANTS_VIEW, tab: step.list ?? NO_TENANTS_VIEW.tab },
    alarmId: null,
    alarmList: WHOLE_LIST,
    at: stepInstantMs(step.at, nowMs, zone),
    tour,
  }
}
