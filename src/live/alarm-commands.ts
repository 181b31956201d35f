import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { create } from 'zustand'
import { alarmMutations, alarmOfConflict } from '../api/alarm-commands.ts'
import { HttpError } from '../api/errors.ts'
import type { Alarm, AlarmCommand, AlarmMethod } from '../contract/alarms.ts'
import { useParkId } from '../session/view.ts'

/** What became of a command. */
export type CommandOutcome =
  | { kind: 'done'; alarm: Alarm }
  /** Somebody was faster, or the state does not allow it (409): the alarm as the server has it. */
  | { kind: 'conflict'; alarm: Alarm | null }
  /** Role, limit or a field (403, 422, 400). */
  | { kind: 'refused'; status: number; field: string | null; detail: string }
  /** No usable answer: it may or may not have been done. Sending the same key again is safe. */
  | { kind: 'failed'; error: unknown }

export interface SentCommand {
  method: AlarmMethod
  /** Null while the answer is awaited. */
  outcome: CommandOutcome | null
}

interface CommandState {
  /** Last command of this client by alarm. */
  byAlarm: Readonly<Record<string, SentCommand>>
  set: (alarmId: string, sent: SentCommand | null) => void
}

const useCommandState = create<CommandState>((set) => ({
  byAlarm: {},
  set: (alarmId, sent) =>
    set(({ byAlarm }) => {
      const { [alarmId]: _, ...rest } = byAlarm
      return { byAlarm: sent === null ? rest : { ...rest, [alarmId]: sent } }
    }),
}))

/** The last command that this client sent for an alarm, with what became of it; null for none. */
export function useSentCommand(alarmId: string): SentCommand | null {
  return useCommandState((state) => state.byAlarm[alarmId] ?? null)
}

/** Takes a message about an alarm's last command off the screen. */
export function dismissCommand(alarmId: string): void {
  useCommandState.getState().set(alarmId, null)
}

function outcomeOf(error: unknown): CommandOutcome {
  if (!(error instanceof HttpError)) return { kind: 'failed', error }
  const { status, problem } = error
  if (status === 409 && problem?.type.endsWith('/replay-read-only') !== true)
    return { kind: 'conflict', alarm: alarmOfConflict(error) }
  if (status < 500) {
    return { kind: 'refused', status, field: problem?.field ?? null, detail: problem?.detail ?? problem?.title ?? '' }
  }
  return { kind: 'failed', error }
}

export type RunCommand = (alarm: Alarm, method: AlarmMethod, body: AlarmCommand) => Promise<CommandOutcome>

/**
 * Sends a command and puts the server's answer on screen: the new state, or after a refusal the state that the server
 * says. Nothing is shown as done before the server has said so.
 */
export function useRunCommand(): RunCommand {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(alarmMutations.command(client, useParkId()))
  return useCallback(
    async (alarm, method, body) => {
      const { set } = useCommandState.getState()
      set(alarm.id, { method, outcome: null })
      let outcome: CommandOutcome
      try {
        const answer = await mutateAsync({ alarmId: alarm.id, method, body })
        outcome = { kind: 'done', alarm: answer.alarm }
      } catch (error) {
        outcome = outcomeOf(error)
      }
      set(alarm.id, outcome.kind === 'done' ? null : { method, outcome })
      return outcome
    },
    [mutateAsync],
  )
}
