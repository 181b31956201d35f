import { createContext, useContext } from 'react'
import type { Industry } from '../contract/collections.ts'
import type { PlotTheme } from '../contract/plot-themes.ts'
import type { ScorecardSettings } from '../domain/scorecard/scorecard-types.ts'
import type { AlarmListView } from './alarm-list-view.ts'
import type { WhatIf } from './what-if.ts'

export const SELECTION_TYPES = ['plot', 'asset', 'edge', 'site', 'tenant', 'park'] as const
export type SelectionType = (typeof SELECTION_TYPES)[number]

/** What the operator has picked: a feature of the plan, an asset, a tenant, or the park itself. */
export interface Selection {
  type: SelectionType
  id: string
}

export interface Camera {
  lng: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

/** How far back the chart of the detail panel looks. */
export const HISTORY_RANGES = ['24h', '7d', '30d', '1y'] as const
export type HistoryRange = (typeof HISTORY_RANGES)[number]

export const MAP_MODES = ['operations', 'assets'] as const
export type MapMode = (typeof MAP_MODES)[number]
export const TENANT_TABS = ['directory', 'plots', 'free'] as const
export type TenantTab = (typeof TENANT_TABS)[number]

/** What the screen of tenants and plots lists, and in which order. */
export interface TenantsView {
  tab: TenantTab
  /** Words to find; accents do not matter. */
  find: string
  /** Industry and status that are shown; null shows all. */
  industry: Industry | null
  status: string | null
  /** Column, with a minus in front where the largest comes first; null keeps the list's own order. */
  sort: string | null
  /** What a free plot is asked to carry: MW and m³ a day. Null is not asked. */
  powerMw: number | null
  waterM3PerDay: number | null
  wastewaterM3PerDay: number | null
  /** Plots side by side. */
  compare: readonly string[]
}

export const NO_TENANTS_VIEW: TenantsView = {
  tab: 'directory',
  find: '',
  industry: null,
  status: null,
  sort: null,
  powerMw: null,
  waterM3PerDay: null,
  wastewaterM3PerDay: null,
  compare: [],
}

/** A tour that plays over the screens, and where it stands. */
export interface TourView {
  id: string
  /** From 0. */
  step: number
  /** Starts again after its last step: for a reception desk. */
  loops: boolean
  /** How much faster than written; 1 for people. */
  speed: number
}

/** What is on screen. The URL owns it; screens read and patch it here. */
export interface View {
  parkId: string
  screen: string
  selection: Selection | null
  /** Point whose history the detail panel shows. */
  pointId: string | null
  historyRange: HistoryRange
  /** Layers switched against their mode's default. */
  layers: Readonly<Record<string, boolean>>
  camera: Camera | null
  mode: MapMode
  plotTheme: PlotTheme
  /** Part of a screen that has several, and the quantity that its charts show; null is the screen's own default. */
  tab: string | null
  measure: string | null
  /** How the scorecard reads what the law leaves open. */
  rules: ScorecardSettings
  /** What a page of lists has open: a criterion, `register:row`, a day. */
  item: string | null
  tenants: TenantsView
  /** Instant that is replayed, epoch milliseconds in whole seconds; null looks at now. */
  at: number | null
  /** What the page supposes; null shows the park as it is. */
  whatIf: WhatIf | null
  /** Alarm whose detail is open. */
  alarmId: string | null
  alarmList: AlarmListView
  /** Null at the desk. */
  tour: TourView | null
}

export type ViewPatch = Partial<Omit<View, 'parkId' | 'screen'>>

/** How the view is changed. */
export interface ViewActions {
  /**
   * Changes the URL. Camera moves and changes that are said to be small (a letter typed) replace the history entry,
   * everything else adds one.
   */
  patch: (patch: ViewPatch, size?: 'small') => void
  /** Shows something, with one of its points when named, on a screen that has a place for it. */
  select: (selection: Selection | null, pointId?: string | null) => void
  /** Another screen, with more of the view changed on the way. */
  open: (screen: string, patch?: ViewPatch) => void
  /** Another screen in the place of this one: the history keeps no trace of it. */
  replace: (screen: string, patch: ViewPatch) => void
  /** Another park on the same screen. What was picked and where the camera stood belong to the park left behind. */
  openPark: (parkId: string) => void
}

export interface ViewHandle extends ViewActions {
  view: View
  /** Address of what `open` and `openPark` show: a link in another tab opens the same instant and selection. */
  hrefOf: (screen: string, patch?: ViewPatch, parkId?: string) => string
}

export const ViewContext = createContext<ViewHandle | null>(null)
export const ViewActionsContext = createContext<ViewActions | null>(null)
export const ParkIdContext = createContext<string | null>(null)
export const InstantContext = createContext<number | null>(null)

/** The view and how to change it; throws outside the shell. */
export function useView(): ViewHandle {
  const handle = useContext(ViewContext)
  if (!handle) throw new Error('useView needs the shell around it')
  return handle
}

/** How to change the view, for who does not show it: what changes does not draw its caller anew. Throws outside the shell. */
export function useViewActions(): ViewActions {
  const actions = useContext(ViewActionsContext)
  if (!actions) throw new Error('useViewActions needs the shell around it')
  return actions
}

/** Park on screen; throws outside the shell. What else of the view changes does not draw its caller anew. */
export function useParkId(): string {
  const parkId = useContext(ParkIdContext)
  if (parkId === null) throw new Error('useParkId needs the shell around it')
  return parkId
}

/** Instant that the address names, null while the screen is live or where there is no address. */
export function useReplayedInstant(): number | null {
  return useContext(InstantContext)
}
