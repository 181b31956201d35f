import { call } from '../api/call.ts'
import type { ParkId } from '../contract/primitives.ts'
import type { TicketCall } from '../live/live-client.ts'

/** Well below the life of a ticket, which the server knows. */
const GOOD_FOR_MS = 10_000

interface Ahead {
  parkId: string
  askedMs: number
  answer: Promise<{ ticket: string } | null>
}

let ahead: Ahead | null = null

/** Asks for the ticket of the first live channel beside the lists of the park, not after them. */
export function askForTicketAhead(parkId: ParkId): void {
  const answer = call('liveTicket', { body: { parkId } }).catch(() => null)
  ahead = { parkId, askedMs: performance.now(), answer }
}

/** Asks for a ticket, or takes the one that was asked for ahead: each is good once. */
export const callForTicket: TicketCall = async (name, options) => {
  const asked = ahead
  ahead = null
  const isGood =
    asked !== null && asked.parkId === options.body.parkId && performance.now() - asked.askedMs < GOOD_FOR_MS
  return (isGood ? await asked.answer : null) ?? call(name, options)
}
