import { useState } from 'react'
import type { MapTrace } from '../../map/map-types.ts'

const keyOf = (trace: MapTrace | null): string =>
  trace === null
    ? ''
    : [...trace.upEdgeIds, '/', ...trace.downEdgeIds, '/', ...trace.plotIds, '/', ...trace.assetIds].join(' ')

/** The same trace again while nothing in it differs: loads change every few seconds, and the map draws no frame for it. */
export function useSame(trace: MapTrace | null): MapTrace | null {
  const [held, setHeld] = useState(trace)
  if (held === trace || keyOf(held) === keyOf(trace)) return held
  setHeld(trace)
  return trace
}
