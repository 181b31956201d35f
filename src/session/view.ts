import { createContext, useContext } from 'react'

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

export const MAP_MODES = ['operations', 'assets'] as const
export type MapMode = (typeof MAP_MODES)[number]
export const PLOT_THEMES = ['exceptions', 'status', 'power-density', 'water-intensity'] as const
export type PlotTheme = (typeof PLOT_THEMES)[number]

/** What is on screen. The URL owns it; screens read and patch it here. */
export interface View {
  parkId: string
  screen: string
  selection: Selection | null
  /** Point whose history the detail panel shows. */
  pointId: string | null
  /** Layers switched against their mode's default. */
  layers: Readonly<Record<string, boolean>>
  camera: Camera | null
  mode: MapMode
  plotTheme: PlotTheme
}

export type ViewPatch = Partial<Omit<View, 'parkId' | 'screen'>>

export interface ViewHandle {
  view: View
  /** Changes the URL. Camera moves replace the history entry, everything else adds one. */
  patch: (patch: ViewPatch) => void
  /** Shows something, with one of its points when named, on a screen that has a place for it. */
  select: (selection: Selection | null, pointId?: string | null) => void
  open: (screen: string) => void
  /** Another park on the same screen. What was picked and where the camera stood belong to the park left behind. */
  openPark: (parkId: string) => void
}

export const ViewContext = createContext<ViewHandle | null>(null)

/** The view and how to change it; throws outside the shell. */
export function useView(): ViewHandle {
  const handle = useContext(ViewContext)
  if (!handle) throw new Error('useView needs the shell around it')
  return handle
}
