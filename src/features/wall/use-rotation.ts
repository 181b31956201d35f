import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { isUnacked, rankOf, sinceMs, tabOf } from '../../domain/alarms/alarm-list.ts'
import { rotate, startRotation, type Rotation, type RotationEvent, type WallAlarm } from '../../domain/wall/rotation.ts'
import { sceneOfStream, type SceneId, type SceneTiming } from '../../domain/wall/scenes.data.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { useAlarms } from '../../live/use-alarms.ts'

const TICK_MS = 1000
const NONE: readonly Alarm[] = []

function wallAlarms(alarms: readonly Alarm[], nowMs: number): WallAlarm[] {
  return alarms
    .filter((alarm) => tabOf(alarm) === 'open')
    .map((alarm) => ({
      id: alarm.id,
      rank: rankOf(alarm.priority),
      isUnacked: isUnacked(alarm),
      ageMs: nowMs - sinceMs(alarm),
      scene: sceneOfStream(alarm.stream),
    }))
}

export interface RotationHandle {
  rotation: Rotation
  hold: () => void
  step: (by: 1 | -1) => void
}

/** Keeps the wall turning: once a second, and at once when an alarm comes or goes. */
export function useRotation(scenes: readonly SceneTiming[], start: SceneId | null, isHeld: boolean): RotationHandle {
  const [rotation, setRotation] = useState(() => startRotation(scenes, start, performance.now(), isHeld))
  const { picture } = useAlarms()
  const alarms = picture ? picture.alarms : NONE
  const client = useLiveClient()
  const latest = useRef({ alarms, client })
  const happen = useCallback((event: RotationEvent) => setRotation((before) => rotate(before, event)), [])
  const tick = useCallback(() => {
    const serverMs = latest.current.client?.display.nowMs ?? Date.now()
    happen({ type: 'tick', nowMs: performance.now(), alarms: wallAlarms(latest.current.alarms, serverMs) })
  }, [happen])
  useEffect(() => {
    latest.current = { alarms, client }
    // What came or went shows at once, not with the next second.
    const soon = setTimeout(tick, 0)
    return () => clearTimeout(soon)
  }, [alarms, client, tick])
  useEffect(() => {
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [tick])
  return useMemo(
    () => ({
      rotation,
      hold: () => happen({ type: 'hold', nowMs: performance.now() }),
      step: (by) => happen({ type: 'step', nowMs: performance.now(), by }),
    }),
    [rotation, happen],
  )
}
