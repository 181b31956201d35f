import { Activity, LayoutDashboard, type LucideIcon } from 'lucide-react'
import { lazy, type ComponentType } from 'react'
import type { TextKey } from '../i18n/use-text.ts'

export const NAVIGATION_GROUPS = ['monitor', 'respond', 'account', 'present'] as const
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number]

/** One screen of this build: its place in the navigation, its address and its code. */
export interface Screen {
  id: string
  group: NavigationGroup
  label: TextKey<'shell'>
  icon: LucideIcon
  /** Keys that open it, pressed one after the other. */
  shortcut: string
  /** Whether it has a place for what is selected; other screens hand a selection to the overview. */
  showsSelection: boolean
  /** Starts the download; navigation and boot call it early. */
  preload: () => Promise<unknown>
  Page: ComponentType
}

const loadOverview = () => import('./screens/overview-screen.tsx')
const loadHealth = () => import('./screens/health-screen.tsx')

/** Screens that exist. A later screen adds itself here, and to nothing else. */
export const SCREENS: readonly Screen[] = [
  {
    id: 'overview',
    group: 'monitor',
    label: 'nav.overview',
    icon: LayoutDashboard,
    shortcut: 'G O',
    showsSelection: true,
    preload: loadOverview,
    Page: lazy(async () => ({ default: (await loadOverview()).OverviewScreen })),
  },
  {
    id: 'health',
    group: 'account',
    label: 'nav.health',
    icon: Activity,
    shortcut: 'G H',
    showsSelection: false,
    preload: loadHealth,
    Page: lazy(async () => ({ default: (await loadHealth()).HealthScreen })),
  },
]

export function findScreen(id: string): Screen | undefined {
  return SCREENS.find((screen) => screen.id === id)
}
