import type { SceneId, SceneTiming } from './scenes.data.ts'

/** After so long a jump goes back by itself, milliseconds. */
export const JUMP_MS = 5 * 60_000
/** A hold that nobody ends, ends by itself. */
export const HOLD_MS = 30 * 60_000

/** What the wall has to know of an open alarm. */
export interface WallAlarm {
  id: string
  rank: 1 | 2 | 3 | 4
  isUnacked: boolean
  /** How long it stands, milliseconds; what cannot be known counts as old. */
  ageMs: number
  scene: SceneId
}

export interface Jump {
  alarmId: string
  rank: 1 | 2 | 3 | 4
  sinceMs: number
}

/** What the wall shows and why. Times are of one clock that the caller brings. */
export interface Rotation {
  scenes: readonly SceneTiming[]
  /** Scene of the round, also while an alarm shows another one. */
  at: number
  /** How long that scene has been shown. */
  shownMs: number
  lastMs: number
  jump: Jump | null
  jumpScene: SceneId | null
  /** The presenter holds the scene. */
  heldSinceMs: number | null
  /** Alarms that have had their jump. They are forgotten once they are acknowledged or gone. */
  served: ReadonlySet<string>
}

export type RotationEvent =
  | { type: 'tick'; nowMs: number; alarms: readonly WallAlarm[] }
  | { type: 'hold'; nowMs: number }
  | { type: 'step'; nowMs: number; by: 1 | -1 }

/** A wall that starts now. Without scenes it shows nothing but its frame. */
export function startRotation(
  scenes: readonly SceneTiming[],
  start: SceneId | null,
  nowMs: number,
  isHeld: boolean,
): Rotation {
  return {
    scenes,
    at: Math.max(
      0,
      scenes.findIndex(({ id }) => id === start),
    ),
    shownMs: 0,
    lastMs: nowMs,
    jump: null,
    jumpScene: null,
    heldSinceMs: isHeld ? nowMs : null,
    served: new Set(),
  }
}

/** Scene on the wall. */
export function sceneOf(rotation: Rotation): SceneId | null {
  return rotation.jumpScene ?? rotation.scenes[rotation.at]?.id ?? null
}

/** Scene that comes next in the round, to be prepared. */
export function upcomingOf({ scenes, at, jump }: Rotation): SceneId | null {
  return scenes[jump ? at : (at + 1) % scenes.length]?.id ?? null
}

/** Share of the scene's time that is over, 0 to 1; of the five minutes while an alarm shows it. */
export function progressOf({ scenes, at, shownMs, jump, lastMs }: Rotation): number {
  const part = jump ? (lastMs - jump.sinceMs) / JUMP_MS : shownMs / (scenes[at]?.dwellMs ?? 1)
  return Math.min(1, Math.max(0, part))
}

const isNew = (alarm: WallAlarm, served: ReadonlySet<string>): boolean =>
  alarm.rank <= 2 && alarm.isUnacked && alarm.ageMs < JUMP_MS && !served.has(alarm.id)

/** Most urgent first, then the newest. */
function mostUrgent(alarms: readonly WallAlarm[], served: ReadonlySet<string>): WallAlarm | null {
  return (
    alarms
      .filter((alarm) => isNew(alarm, served))
      .toSorted((a, b) => a.rank - b.rank || a.ageMs - b.ageMs || (a.id < b.id ? -1 : 1))[0] ?? null
  )
}

/** Goes on by the time since the last event. A clock that jumps back adds nothing, one that leaps ahead one scene. */
function passTime(rotation: Rotation, nowMs: number, isShown: boolean): Rotation {
  const passedMs = Math.max(0, nowMs - rotation.lastMs)
  return { ...rotation, lastMs: nowMs, shownMs: isShown ? rotation.shownMs + passedMs : rotation.shownMs }
}

function turn(rotation: Rotation): Rotation {
  const dwellMs = rotation.scenes[rotation.at]?.dwellMs ?? Infinity
  if (rotation.shownMs < dwellMs) return rotation
  return { ...rotation, at: (rotation.at + 1) % rotation.scenes.length, shownMs: 0 }
}

function followAlarms(rotation: Rotation, alarms: readonly WallAlarm[]): Rotation {
  const { lastMs: nowMs } = rotation
  const unacked = new Map(alarms.filter(({ isUnacked }) => isUnacked).map((alarm) => [alarm.id, alarm]))
  const served = new Set([...rotation.served].filter((id) => unacked.has(id)))
  const { jump } = rotation
  const stays = jump !== null && unacked.has(jump.alarmId) && nowMs >= jump.sinceMs && nowMs - jump.sinceMs < JUMP_MS
  const next = mostUrgent(alarms, served)
  // A jump gives way only to something more urgent.
  if (next !== null && (!stays || next.rank < jump.rank)) {
    served.add(next.id)
    return {
      ...rotation,
      jump: { alarmId: next.id, rank: next.rank, sinceMs: nowMs },
      jumpScene: next.scene,
      served,
    }
  }
  return stays ? { ...rotation, served } : { ...rotation, jump: null, jumpScene: null, served }
}

function onTick(rotation: Rotation, nowMs: number, alarms: readonly WallAlarm[]): Rotation {
  const { heldSinceMs } = rotation
  const isHeld = heldSinceMs !== null && nowMs >= heldSinceMs && nowMs - heldSinceMs < HOLD_MS
  if (isHeld) return { ...passTime(rotation, nowMs, false) }
  const freed = { ...rotation, heldSinceMs: null }
  const passed = passTime(freed, nowMs, rotation.jump === null)
  const followed = followAlarms(passed, alarms)
  return followed.jump === null && rotation.jump === null ? turn(followed) : followed
}

/**
 * What happens to a wall.
 * - `tick`: time passes and alarms are as they are. A new P1 or P2 that is not acknowledged shows its scene until it
 *   is acknowledged or five minutes are over; then the scene before goes on where it was. Of several the most urgent
 *   comes first, and the others after it while they are younger than five minutes.
 * - `hold`: the presenter holds the scene, or lets it go. While held nothing changes by itself; alarms stand in the
 *   strip, and jump when the hold ends. A forgotten hold ends after half an hour.
 * - `step`: one scene on or back, also out of a jump.
 */
export function rotate(rotation: Rotation, event: RotationEvent): Rotation {
  if (rotation.scenes.length === 0) return { ...rotation, lastMs: event.nowMs }
  switch (event.type) {
    case 'tick':
      return onTick(rotation, event.nowMs, event.alarms)
    case 'hold':
      return { ...rotation, heldSinceMs: rotation.heldSinceMs === null ? event.nowMs : null }
    case 'step':
      break
  }
  const { scenes, at, jump } = rotation
  // Out of a jump the round goes on beside the scene that it left.
  const count = scenes.length
  return {
    ...rotation,
    at: (at + event.by + count) % count,
    shownMs: 0,
    jump: null,
    jumpScene: null,
    served: jump === null ? rotation.served : new Set([...rotation.served, jump.alarmId]),
  }
}
