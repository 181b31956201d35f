import type { ComponentType } from 'react'

/** Where the code of each screen is: the lines before the shell ask for it as well. */
export const SCREEN_CODE = {
  overview: async () => (await import('./screens/overview-screen.tsx')).OverviewScreen,
  energy: async () => (await import('./screens/energy-screen.tsx')).EnergyScreen,
  water: async () => (await import('./screens/water-screen.tsx')).WaterScreen,
  waste: async () => (await import('./screens/waste-screen.tsx')).WasteScreen,
  tenants: async () => (await import('./screens/tenants-screen.tsx')).TenantsScreen,
  alarms: async () => (await import('./screens/alarms-screen.tsx')).AlarmsScreen,
  shift: async () => (await import('./screens/shift-screen.tsx')).ShiftScreen,
  replay: async () => (await import('./screens/replay-screen.tsx')).ReplayScreen,
  impact: async () => (await import('./screens/impact-screen.tsx')).ImpactScreen,
  scorecard: async () => (await import('./screens/scorecard-screen.tsx')).ScorecardScreen,
  daily: async () => (await import('./screens/daily-screen.tsx')).DailyScreen,
  health: async () => (await import('./screens/health-screen.tsx')).HealthScreen,
  tour: async () => (await import('./screens/tour-screen.tsx')).TourScreen,
  portfolio: async () => (await import('./screens/portfolio-screen.tsx')).PortfolioScreen,
} as const satisfies Record<string, () => Promise<ComponentType>>
export type ScreenId = keyof typeof SCREEN_CODE

export const isScreenId = (id: string): id is ScreenId => Object.hasOwn(SCREEN_CODE, id)
