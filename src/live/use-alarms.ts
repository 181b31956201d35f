import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { alarmQueries } from '../api/alarm-queries.ts'
import type { AlarmList } from '../api/call-alarms.ts'
import type { AlarmDefinition } from '../contract/alarm-definitions.ts'
import { useParkId, useReplayedInstant } from '../session/view.ts'
import { useConnection } from './hooks.ts'
import { useAsOf } from './replay-context.tsx'

/** How often alarms are asked for while the live channel is down, milliseconds. */
const POLL_MS = 10_000
/** Live frames bring changes; this is for the case that the channel is down while nobody looks at it. */
const PRESENT_POLL_MS = 60_000
const NO_DEFINITIONS: ReadonlyMap<string, AlarmDefinition> = new Map()

export interface AlarmsView {
  /** Null until the first answer. */
  picture: AlarmList | null
  /** Why there is none. */
  error: unknown
  /** The live channel brings changes as they happen; otherwise the picture is as old as its last refresh. */
  isCurrent: boolean
  retry: () => void
}

/** Alarms of the park on screen; in a replay those that stood at its instant. */
export function useAlarms(): AlarmsView {
  const parkId = useParkId()
  const isReplayed = useReplayedInstant() !== null
  const atMs = useAsOf()
  const isCurrent = useConnection().state === 'live'
  const live = useQuery({
    ...alarmQueries.retained(parkId),
    refetchInterval: isCurrent ? false : POLL_MS,
    enabled: atMs === null && !isReplayed,
  })
  const past = useQuery({ ...alarmQueries.retainedAt(parkId, atMs ?? 0), enabled: atMs !== null })
  const { data, error, refetch } = isReplayed ? past : live
  return {
    picture: data ?? null,
    error: data === undefined ? error : null,
    isCurrent,
    retry: () => void refetch(),
  }
}

/**
 * The same for lists and marks: in a storm the picture comes when there is time for it, so that a key that is pressed
 * goes before it. Never a picture of another park or another instant.
 */
export function useDeferredAlarms(): AlarmsView {
  const parkId = useParkId()
  const at = useReplayedInstant()
  const alarms = useAlarms()
  const key = `${parkId} ${at ?? 'now'}`
  const present = useMemo(() => ({ key, picture: alarms.picture }), [key, alarms.picture])
  const late = useDeferredValue(present)
  return late.key === key ? { ...alarms, picture: late.picture ?? alarms.picture } : alarms
}

/** Alarms of the park as they are now, also in a replay: what sounds, and what calls back to the present. */
export function usePresentAlarms(): AlarmList | null {
  const { data } = useQuery({ ...alarmQueries.retained(useParkId()), refetchInterval: PRESENT_POLL_MS })
  return data ?? null
}

const indexes = new WeakMap<readonly AlarmDefinition[], ReadonlyMap<string, AlarmDefinition>>()

/** One index for all rows and marks that read it. */
function byId(definitions: readonly AlarmDefinition[]): ReadonlyMap<string, AlarmDefinition> {
  const known = indexes.get(definitions)
  if (known) return known
  const made = new Map(definitions.map((definition) => [definition.id, definition]))
  indexes.set(definitions, made)
  return made
}

/** Rationalisation records of the park's alarms by id; empty until they are there. */
export function useAlarmDefinitions(): ReadonlyMap<string, AlarmDefinition> {
  const { data } = useQuery(alarmQueries.definitions(useParkId()))
  return data ? byId(data) : NO_DEFINITIONS
}
