import { call } from '../api/call.ts'
import type { ParkId } from '../contract/primitives.ts'
import { createPageScheduler } from '../lib/scheduler.ts'
import { DEFAULT_ENCODING } from '../live/greeting.ts'
import { type TicketCall, liveUrl } from '../live/live-client.ts'
import { type OpenSocket, withTicket } from '../live/socket-runner.ts'
import { TalkAhead } from '../live/talk-ahead.ts'
import { openWebSocket } from '../live/web-socket.ts'

/** Well below the life of a ticket, which the server knows. */
const GOOD_FOR_MS = 10_000

interface Ahead {
  parkId: string
  askedMs: number
  answer: Promise<{ ticket: string } | null>
  /** Somebody came for another ticket instead. */
  isUnwanted: boolean
}

let ahead: Ahead | null = null
let talk: { url: string; ahead: TalkAhead } | null = null

const isGood = (asked: Ahead): boolean => performance.now() - asked.askedMs < GOOD_FOR_MS

function dropTalk(): void {
  talk?.ahead.close()
  talk = null
}

/** Opens the channel with the ticket that came, unless it is not wanted any more. */
async function begin(asked: Ahead, parkId: ParkId, baseUrl: string): Promise<void> {
  const given = await asked.answer
  if (given === null || asked.isUnwanted) return
  const url = withTicket(liveUrl(baseUrl), given.ticket)
  const options = { url, parkId, encoding: DEFAULT_ENCODING, open: openWebSocket, scheduler: createPageScheduler() }
  try {
    talk = { url, ahead: new TalkAhead(options) }
  } catch {
    // An address that the browser refuses: the connection meets it again and says so.
    return
  }
  setTimeout(() => {
    if (talk?.url === url) dropTalk()
  }, GOOD_FOR_MS)
  await talk.ahead.begun
}

/**
 * Asks for the ticket of the first live channel beside the lists of the park, not after them, and begins to talk with
 * it: the snapshot is on its way while the lists are read. Resolves when the first lines of the talk have been said, or
 * will not be; never rejects.
 */
export function askForTicketAhead(parkId: ParkId, baseUrl: string): Promise<void> {
  const answer = call('liveTicket', { body: { parkId } }).catch(() => null)
  const asked: Ahead = { parkId, askedMs: performance.now(), answer, isUnwanted: false }
  ahead = asked
  return begin(asked, parkId, baseUrl)
}

/** Asks for a ticket, or takes the one that was asked for ahead: each is good once. */
export const callForTicket: TicketCall = async (name, options) => {
  const asked = ahead
  ahead = null
  const given = asked?.parkId === options.body.parkId && isGood(asked) ? await asked.answer : null
  if (given) return given
  if (asked) asked.isUnwanted = true
  dropTalk()
  return call(name, options)
}

/** Opens the live channel, or takes over the talk that was begun with this very ticket. */
export const openChannel: OpenSocket = (url, handlers) => {
  const begun = talk
  talk = null
  if (begun?.url === url) return begun.ahead.take(handlers)
  begun?.ahead.close()
  return openWebSocket(url, handlers)
}
