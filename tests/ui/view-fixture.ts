import { WHOLE_LIST } from '../../src/session/alarm-list-view.ts'
import { NO_TENANTS_VIEW, type View, type ViewHandle } from '../../src/session/view.ts'

const nothing = (): void => undefined

/** View of a screen that nobody has changed, but for what a test says. */
export function viewOf(change: Partial<View>): View {
  return {
    parkId: 'test',
    screen: 'overview',
    selection: null,
    pointId: null,
    historyRange: '24h',
    layers: {},
    camera: null,
    mode: 'operations',
    plotTheme: 'exceptions',
    tab: null,
    measure: null,
    rules: { denominator: 'operating', iso: 'every' },
    item: null,
    tenants: NO_TENANTS_VIEW,
    at: null,
    whatIf: null,
    alarmId: null,
    alarmList: WHOLE_LIST,
    tour: null,
    ...change,
  }
}

/** Shell around a part: it shows the view and takes no change but those that a test listens to. */
export function shellOf(change: Partial<View>, listeners: Partial<ViewHandle> = {}): ViewHandle {
  const mute = { patch: nothing, select: nothing, open: nothing, replace: nothing, openPark: nothing, hrefOf: () => '' }
  return { view: viewOf(change), ...mute, ...listeners }
}
