import type { ClientFrame } from '../contract/live.ts'
import { CONTRACT_VERSION, type ParkId } from '../contract/primitives.ts'

export type Encoding = 'binary' | 'json'

export const DEFAULT_ENCODING: Encoding = 'binary'

/** First line of a client: which contract it speaks, and from where it wants to go on. */
export function hello(
  parkId: ParkId,
  encoding: Encoding,
  resume: { epoch: string; lastSeq: number } | null,
): ClientFrame {
  return { type: 'hello', contract: CONTRACT_VERSION, encoding, parkId, ...(resume === null ? {} : { resume }) }
}

/** Second line: this client always asks for every point of its park. */
export const SUBSCRIBE: ClientFrame = { type: 'subscribe', points: 'all' }

/** A line as it goes over the socket. */
export const lineOf = (frame: ClientFrame): string => JSON.stringify(frame)
