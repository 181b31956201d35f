import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { HttpError } from '../../api/errors.ts'
import { shiftQueries, stepHandover, writeLog } from '../../api/shift-queries.ts'
import { handoverSchema, type Handover, type HandoverMethod, type NewLogEntry } from '../../contract/shift.ts'

/** Adds one entry to the log; the list is asked for again when the server has taken it. */
export function useWriteLog(parkId: string) {
  const client = useQueryClient()
  // One key for the form that asks: a second press after a lost answer writes nothing twice.
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (entry: Omit<NewLogEntry, 'idempotencyKey'>) => writeLog(parkId, { ...entry, idempotencyKey }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: shiftQueries.log(parkId).queryKey })
      await client.invalidateQueries({ queryKey: shiftQueries.handover(parkId).queryKey })
    },
    retry: false,
  })
}

export interface HandoverOrder {
  method: HandoverMethod
  itemId?: string
  reason?: string
  mustKnow?: string[]
}

/** One step of the handover on screen. What the server answers, or says in a conflict, is what shows next. */
export function useStepHandover(parkId: string, handover: Handover) {
  const client = useQueryClient()
  const key = shiftQueries.handover(parkId).queryKey
  return useMutation({
    mutationFn: ({ method, ...order }: HandoverOrder) =>
      stepHandover(parkId, handover.id, method, { ...order, rev: handover.rev, idempotencyKey: newIdempotencyKey() }),
    onSuccess: async (next) => {
      client.setQueryData(key, next)
      if (next.state === 'accepted') {
        await client.invalidateQueries({ queryKey: key })
        await client.invalidateQueries({ queryKey: shiftQueries.handovers(parkId).queryKey })
      }
    },
    onError: (error) => {
      const current = error instanceof HttpError ? handoverSchema.safeParse(error.problem?.current) : null
      if (current?.success) client.setQueryData(key, current.data)
    },
    retry: false,
  })
}
