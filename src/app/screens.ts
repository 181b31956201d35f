import {
  Activity,
  Bell,
  ClipboardList,
  Droplets,
  FileText,
  History,
  Layers,
  LayoutDashboard,
  ListChecks,
  Map as MapIcon,
  Presentation,
  Recycle,
  Waypoints,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Namespace } from '../i18n/i18n.ts'
import type { TextKey } from '../i18n/use-text.ts'
import { lazyPart, type LazyPart } from '../ui/lazy-part.tsx'

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
  /** Texts that its first picture needs beside those of the shell: they come with its code, not after it. */
  texts: readonly Namespace[]
  /** Its page; navigation and boot start the download early. */
  Page: LazyPart<object>
}

type Described = Omit<Screen, 'Page'>

/** A screen whose code comes in a chunk of its own. */
function screen(described: Described, load: () => Promise<ComponentType>): Screen {
  return { ...described, Page: lazyPart(load) }
}

/** Screens that exist. A later screen adds itself here, and to nothing else. */
export const SCREENS: readonly Screen[] = [
  screen(
    {
      id: 'overview',
      group: 'monitor',
      label: 'nav.overview',
      icon: LayoutDashboard,
      shortcut: 'G O',
      showsSelection: true,
      texts: [],
    },
    async () => (await import('./screens/overview-screen.tsx')).OverviewScreen,
  ),
  screen(
    {
      id: 'energy',
      group: 'monitor',
      label: 'nav.energy',
      icon: Zap,
      shortcut: 'G E',
      showsSelection: true,
      texts: ['energy', 'chart'],
    },
    async () => (await import('./screens/energy-screen.tsx')).EnergyScreen,
  ),
  screen(
    {
      id: 'water',
      group: 'monitor',
      label: 'nav.water',
      icon: Droplets,
      shortcut: 'G W',
      showsSelection: false,
      texts: ['water', 'chart'],
    },
    async () => (await import('./screens/water-screen.tsx')).WaterScreen,
  ),
  screen(
    {
      id: 'waste',
      group: 'monitor',
      label: 'nav.waste',
      icon: Recycle,
      shortcut: 'G R',
      showsSelection: false,
      texts: ['waste', 'chart'],
    },
    async () => (await import('./screens/waste-screen.tsx')).WasteScreen,
  ),
  screen(
    {
      id: 'tenants',
      group: 'monitor',
      label: 'nav.tenants',
      icon: MapIcon,
      shortcut: 'G T',
      showsSelection: true,
      texts: ['tenants', 'chart'],
    },
    async () => (await import('./screens/tenants-screen.tsx')).TenantsScreen,
  ),
  screen(
    {
      id: 'alarms',
      group: 'respond',
      label: 'nav.alarms',
      icon: Bell,
      shortcut: 'G A',
      showsSelection: false,
      texts: ['alarms', 'chart'],
    },
    async () => (await import('./screens/alarms-screen.tsx')).AlarmsScreen,
  ),
  screen(
    {
      id: 'shift',
      group: 'respond',
      label: 'nav.shift',
      icon: ClipboardList,
      shortcut: 'G S',
      showsSelection: false,
      texts: ['shift', 'alarms'],
    },
    async () => (await import('./screens/shift-screen.tsx')).ShiftScreen,
  ),
  screen(
    {
      id: 'replay',
      group: 'respond',
      label: 'nav.replay',
      icon: History,
      shortcut: 'G Y',
      showsSelection: false,
      texts: ['replay', 'alarms'],
    },
    async () => (await import('./screens/replay-screen.tsx')).ReplayScreen,
  ),
  screen(
    {
      id: 'impact',
      group: 'respond',
      label: 'nav.impact',
      icon: Waypoints,
      shortcut: 'G I',
      showsSelection: true,
      texts: ['impact'],
    },
    async () => (await import('./screens/impact-screen.tsx')).ImpactScreen,
  ),
  screen(
    {
      id: 'scorecard',
      group: 'account',
      label: 'nav.scorecard',
      icon: ListChecks,
      shortcut: 'G C',
      showsSelection: false,
      texts: ['scorecard'],
    },
    async () => (await import('./screens/scorecard-screen.tsx')).ScorecardScreen,
  ),
  screen(
    {
      id: 'daily',
      group: 'account',
      label: 'nav.daily',
      icon: FileText,
      shortcut: 'G D',
      showsSelection: false,
      texts: ['daily'],
    },
    async () => (await import('./screens/daily-screen.tsx')).DailyScreen,
  ),
  screen(
    {
      id: 'health',
      group: 'account',
      label: 'nav.health',
      icon: Activity,
      shortcut: 'G H',
      showsSelection: false,
      texts: [],
    },
    async () => (await import('./screens/health-screen.tsx')).HealthScreen,
  ),
  screen(
    {
      id: 'tour',
      group: 'present',
      label: 'nav.tour',
      icon: Presentation,
      shortcut: 'G U',
      showsSelection: false,
      texts: ['tour'],
    },
    async () => (await import('./screens/tour-screen.tsx')).TourScreen,
  ),
  screen(
    {
      id: 'portfolio',
      group: 'present',
      label: 'nav.portfolio',
      icon: Layers,
      shortcut: 'G P',
      showsSelection: false,
      texts: ['portfolio'],
    },
    async () => (await import('./screens/portfolio-screen.tsx')).PortfolioScreen,
  ),
]

export function findScreen(id: string): Screen | undefined {
  return SCREENS.find((known) => known.id === id)
}
