import { useMemo } from 'react'
import { isContributing } from '../../domain/quality/total.ts'
import { useConnection, useLiveClient, useServerNow } from '../../live/hooks.ts'
import type { LiveReading } from '../../live/live-store.ts'
import type { Networks } from './use-networks.ts'

/** Loads are read this often, all at once, so that every figure of the screen is of the same instant. */
const SAMPLE_MS = 5000

/** What the consumers draw and give. */
export interface Loads {
  /** Server time of the reading. */
  atMs: number
  /** Reading of a consumer's meter by its asset id; null where it has none. */
  readingOf: (meterId: string) => LiveReading | null
  /** Value that may enter a sum, kW or m³/h; null otherwise. */
  valueOf: (meterId: string) => number | null
}

export function useLoads(networks: Networks): Loads {
  const client = useLiveClient()
  const atMs = useServerNow(SAMPLE_MS)
  const { state } = useConnection()
  return useMemo(() => {
    const readings = new Map<string, LiveReading | null>()
    const sampled = { client, state }
    for (const [id, point] of networks.loadPointOf) {
      readings.set(id, sampled.client?.display.read(sampled.client.store.indexOf(point.id)) ?? null)
    }
    const readingOf = (id: string): LiveReading | null => readings.get(id) ?? null
    return {
      atMs,
      readingOf,
      valueOf: (id: string) => {
        const reading = readingOf(id)
        return isContributing(reading) ? reading.value : null
      },
    }
  }, [networks, client, atMs, state])
}
