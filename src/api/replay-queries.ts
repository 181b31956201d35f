import { call } from './call.ts'

/** State of a park at an instant of the past. */
export function callStateAt(parkId: string, atMs: number, signal: AbortSignal) {
  return call('snapshot', { params: { parkId }, query: { at: new Date(atMs).toISOString() }, signal })
}

/** Frames of a park's past from an instant on. */
export function callFrames(
  parkId: string,
  range: { fromMs: number; stepMs: number; count: number },
  signal: AbortSignal,
) {
  const query = { from: new Date(range.fromMs).toISOString(), step: range.stepMs, count: range.count }
  return call('recording', { params: { parkId }, query, signal })
}
