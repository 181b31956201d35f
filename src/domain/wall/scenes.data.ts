import type { Stream } from '../../contract/asset-kinds.ts'

export const SCENE_IDS = [
  'overview',
  'energy',
  'water',
  'wastewater',
  'waste',
  'alarms',
  'scorecard',
  'portfolio',
] as const
export type SceneId = (typeof SCENE_IDS)[number]

export interface SceneTiming {
  id: SceneId
  dwellMs: number
}

/** How long each scene stands. What is looked at for longer stands longer. */
export const SCENE_TIMINGS: readonly SceneTiming[] = [
  { id: 'overview', dwellMs: 90_000 },
  { id: 'energy', dwellMs: 60_000 },
  { id: 'water', dwellMs: 60_000 },
  { id: 'wastewater', dwellMs: 60_000 },
  { id: 'waste', dwellMs: 45_000 },
  { id: 'alarms', dwellMs: 45_000 },
  { id: 'scorecard', dwellMs: 60_000 },
  { id: 'portfolio', dwellMs: 60_000 },
]

/** Scene that shows an alarm of a stream best: the map for what has its place on it, the list for the rest. */
export function sceneOfStream(stream: Stream): SceneId {
  switch (stream) {
    case 'energy':
    case 'water':
    case 'wastewater':
    case 'waste':
      return stream
    case 'environment':
    case 'data':
      break
  }
  return 'alarms'
}
