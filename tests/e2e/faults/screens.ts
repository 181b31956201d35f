import type { FaultScreen } from './rig.ts'

/** Screens that stand for all: with a map, with charts, with a list that must be whole. */
export const MAIN_SCREENS: readonly FaultScreen[] = [
  { id: 'overview', address: (meter) => `overview?sel=asset:${meter}`, hasMeter: true },
  { id: 'energy', address: (meter) => `energy?sel=asset:${meter}`, hasMeter: true },
  { id: 'alarms', address: (_, alarm) => `alarms?alarm=${alarm}` },
]

/** The others, in groups that are open at the same time. A selection makes some of them ask; the others ask by themselves. */
const OTHER_SCREENS: readonly (readonly FaultScreen[])[] = [
  [
    { id: 'water', address: () => 'water' },
    { id: 'tenants', address: (meter) => `tenants?sel=asset:${meter}` },
    { id: 'waste', address: () => 'waste' },
  ],
  [
    { id: 'shift', address: () => 'shift' },
    { id: 'replay', address: () => 'replay' },
    { id: 'impact', address: (meter) => `impact?sel=asset:${meter}` },
  ],
  [
    { id: 'scorecard', address: () => 'scorecard' },
    { id: 'daily', address: () => 'daily' },
    { id: 'health', address: () => 'health' },
  ],
  [
    { id: 'portfolio', address: () => 'portfolio' },
    { id: 'tour', address: () => 'tour' },
  ],
]

export const ALL_SCREENS: readonly (readonly FaultScreen[])[] = [MAIN_SCREENS, ...OTHER_SCREENS]
