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
import type { Namespace } from '../i18n/i18n.ts'
import type { TextKey } from '../i18n/use-text.ts'
import { lazyPart, type LazyPart } from '../ui/lazy-part.tsx'
import { SCREEN_CODE, type ScreenId } from './screen-code.ts'

export const NAVIGATION_GROUPS = ['monitor', 'respond', 'account', 'present'] as const
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number]

/** One screen of this build: its place in the navigation, its address and its code. */
export interface Screen {
  id: ScreenId
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
function screen(described: Described): Screen {
  return { ...described, Page: lazyPart(SCREEN_CODE[described.id]) }
}

/** Screens that exist. A later screen adds itself here, its code to `screen-code.ts`, and itself to nothing else. */
export const SCREENS: readonly Screen[] = [
  screen({
    id: 'overview',
    group: 'monitor',
    label: 'nav.overview',
    icon: LayoutDashboard,
    shortcut: 'G O',
    showsSelection: true,
    texts: [],
  }),
  screen({
    id: 'energy',
    group: 'monitor',
    label: 'nav.energy',
    icon: Zap,
    shortcut: 'G E',
    showsSelection: true,
    texts: ['energy', 'chart'],
  }),
  screen({
    id: 'water',
    group: 'monitor',
    label: 'nav.water',
    icon: Droplets,
    shortcut: 'G W',
    showsSelection: false,
    texts: ['water', 'chart'],
  }),
  screen({
    id: 'waste',
    group: 'monitor',
    label: 'nav.waste',
    icon: Recycle,
    shortcut: 'G R',
    showsSelection: false,
    texts: ['waste', 'chart'],
  }),
  screen({
    id: 'tenants',
    group: 'monitor',
    label: 'nav.tenants',
    icon: MapIcon,
    shortcut: 'G T',
    showsSelection: true,
    texts: ['tenants', 'chart'],
  }),
  screen({
    id: 'alarms',
    group: 'respond',
    label: 'nav.alarms',
    icon: Bell,
    shortcut: 'G A',
    showsSelection: false,
    texts: ['alarms', 'chart'],
  }),
  screen({
    id: 'shift',
    group: 'respond',
    label: 'nav.shift',
    icon: ClipboardList,
    shortcut: 'G S',
    showsSelection: false,
    texts: ['shift', 'alarms'],
  }),
  screen({
    id: 'replay',
    group: 'respond',
    label: 'nav.replay',
    icon: History,
    shortcut: 'G Y',
    showsSelection: false,
    texts: ['replay', 'alarms'],
  }),
  screen({
    id: 'impact',
    group: 'respond',
    label: 'nav.impact',
    icon: Waypoints,
    shortcut: 'G I',
    showsSelection: true,
    texts: ['impact'],
  }),
  screen({
    id: 'scorecard',
    group: 'account',
    label: 'nav.scorecard',
    icon: ListChecks,
    shortcut: 'G C',
    showsSelection: false,
    texts: ['scorecard'],
  }),
  screen({
    id: 'daily',
    group: 'account',
    label: 'nav.daily',
    icon: FileText,
    shortcut: 'G D',
    showsSelection: false,
    texts: ['daily'],
  }),
  screen({
    id: 'health',
    group: 'account',
    label: 'nav.health',
    icon: Activity,
    shortcut: 'G H',
    showsSelection: false,
    texts: [],
  }),
  screen({
    id: 'tour',
    group: 'present',
    label: 'nav.tour',
    icon: Presentation,
    shortcut: 'G U',
    showsSelection: false,
    texts: ['tour'],
  }),
  screen({
    id: 'portfolio',
    group: 'present',
    label: 'nav.portfolio',
    icon: Layers,
    shortcut: 'G P',
    showsSelection: false,
    texts: ['portfolio'],
  }),
]

export function findScreen(id: string): Screen | undefined {
  return SCREENS.find((known) => known.id === id)
}
