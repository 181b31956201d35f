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
/** A park without figures is held back for so long at most, so that it is drawn once and with them. */
const HELD_FOR_MS = 100

interface Ahead {
  parkId: string
  askedMs: number
  answer: Promise<{ ticket: string } | null>
  /** Somebody came for another ticket instead. */
  isUnwanted: boolean
}

let ahead: Ahead | null = null
let talk: { url: string; ahead: TalkAhead } | null = null
let answered: Promise<unknown> = Promise.resolve()

const isGood = (asked: Ahead): boolean => performance.now() - asked.askedMs < GOOD_FOR_MS

function dropTalk(): void {
  talk?.ahead.close()
  talk = null
}

/** Opens the channel with the ticket that came, unless it is not wanted any more. Answers the talk that has begun. */
async function begin(asked: Ahead, parkId: ParkId, baseUrl: string): Promise<TalkAhead | null> {
  const given = await asked.answer
  if (given === null || asked.isUnwanted) return null
  const url = withTicket(liveUrl(baseUrl), given.ticket)
  const options = { url, parkId, encoding: DEFAULT_ENCODING, open: openWebSocket, scheduler: createPageScheduler() }
  let begun: TalkAhead
  try {
    begun = new TalkAhead(options)
  } catch {
    // An address that the browser refuses: the connection meets it again and says so.
    return null
  }
  talk = { url, ahead: begun }
  setTimeout(() => {
    if (talk?.url === url) dropTalk()
  }, GOOD_FOR_MS)
  await begun.begun
  return begun
}

/**
 * Asks for the ticket of the first live channel beside the lists of the park, not after them, and begins to talk with
 * it: the snapshot is on its way while the lists are read. Resolves when the first lines of the talk have been said, or
 * will not be; never rejects. `isNear`: the snapshot comes from this very machine, so that it is worth a moment's wait.
 */
export async function askForTicketAhead(parkId: ParkId, baseUrl: string, isNear = false): Promise<void> {
  const answer = call('liveTicket', { body: { parkId } }).catch(() => null)
  const asked: Ahead = { parkId, askedMs: performance.now(), answer, isUnwanted: false }
  ahead = asked
  const begun = begin(asked, parkId, baseUrl)
  if (isNear) answered = begun.then((talking) => talking?.answered)
  await begun
}

/**
 * Resolves when a talk with a server near by has brought its snapshot, or there is no such talk; a moment later at the
 * latest. A park that is drawn before its figures has to be laid out twice.
 */
export async function snapshotAhead(): Promise<void> {
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, HELD_FOR_MS))])
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
