import { type Priority, PRIORITIES } from '../contract/alarm-definitions.ts'
import { type Stream, streamSchema } from '../contract/asset-kinds.ts'
import { ALARM_STATES, ALARM_TABS, type AlarmStateFilter, type AlarmTab } from '../domain/alarms/alarm-list.ts'

/** What fills the left of the alarm screen: the lists, or one part of it in full. */
export const ALARM_PANES = ['console', 'journal', 'health'] as const
export type AlarmPane = (typeof ALARM_PANES)[number]

/** How the alarm screen is set. It lives in the URL like everything that is looked at. */
export interface AlarmListView {
  tab: AlarmTab
  pane: AlarmPane
  priorities: readonly Priority[]
  streams: readonly Stream[]
  states: readonly AlarmStateFilter[]
  /** As typed. */
  text: string
}

export const WHOLE_LIST: AlarmListView = {
  tab: 'open',
  pane: 'console',
  priorities: [],
  streams: [],
  states: [],
  text: '',
}

/** What the URL carries of it. */
export interface AlarmSearch {
  alist?: string | undefined
  apane?: string | undefined
  aprio?: string | undefined
  asystem?: string | undefined
  astate?: string | undefined
  afind?: string | undefined
}

function pick<T extends string>(known: readonly T[], text: string | undefined): T[] {
  const parts = text?.split(',') ?? []
  return known.filter((one) => parts.includes(one))
}

/** List that a link describes; what is not known in it is left out. */
export function alarmListOf(search: AlarmSearch): AlarmListView {
  return {
    tab: ALARM_TABS.find((tab) => tab === search.alist) ?? WHOLE_LIST.tab,
    pane: ALARM_PANES.find((pane) => pane === search.apane) ?? WHOLE_LIST.pane,
    priorities: pick(PRIORITIES, search.aprio),
    streams: pick(streamSchema.options, search.asystem),
    states: pick(ALARM_STATES, search.astate),
    text: search.afind ?? '',
  }
}

/** Link of a list; what is not set stays out of it. */
export function searchOfAlarmList(list: AlarmListView): AlarmSearch {
  return {
    ...(list.tab === WHOLE_LIST.tab ? {} : { alist: list.tab }),
    ...(list.pane === WHOLE_LIST.pane ? {} : { apane: list.pane }),
    ...(list.priorities.length === 0 ? {} : { aprio: list.priorities.join(',') }),
    ...(list.streams.length === 0 ? {} : { asystem: list.streams.join(',') }),
    ...(list.states.length === 0 ? {} : { astate: list.states.join(',') }),
    ...(list.text === '' ? {} : { afind: list.text }),
  }
}
