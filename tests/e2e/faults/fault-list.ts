import { ANSWER_FAULTS, type AnswerFault } from './answer-faults.ts'
import { LINE_FAULTS, type LineFault } from './line-faults.ts'
import { setPageSkew } from './page-watch.ts'
import type { Rig } from './rig.ts'

const HOUR_MS = 3_600_000

/** A fault that the rig's `heal` ends. `inject` begins it and ends when every page has felt it. */
export interface BrowserFault {
  name: string
  inject: (rig: Rig) => Promise<void>
}

const lineFault = ([name, fault]: [string, LineFault]): BrowserFault => ({
  name: `the line ${name}`,
  async inject(rig) {
    rig.relay.line = fault
    // A snapshot comes with a new connection only.
    if (name.includes('snapshot')) rig.relay.drop()
    await rig.reached('messages', name.includes('second') || name.includes('order') ? 4 : 2)
  },
})

const answerFault = ([name, fault]: [string, AnswerFault]): BrowserFault => ({
  name: `answers ${name}`,
  async inject(rig) {
    rig.relay.answers = fault
    // The live channel needs an answer too: a ticket.
    rig.relay.drop()
    await Promise.all([rig.reached('answers', 1), rig.ask()])
  },
})

const clockFault = (
  whose: string,
  byMs: number,
  set: (rig: Rig, skewMs: number) => Promise<unknown>,
): BrowserFault => ({
  name: `${whose} clock is an hour ${byMs > 0 ? 'ahead' : 'behind'}`,
  async inject(rig) {
    await set(rig, byMs)
    // A clock that jumps is believed when a few messages agree; with it the screen has to be right as well.
    await rig.reached('passed', 6)
    await rig.recovered(Date.now())
    await set(rig, 0)
  },
})

const setServer = (rig: Rig, skewMs: number): Promise<void> => rig.server.setSkew(skewMs)
const setPages = (rig: Rig, skewMs: number): Promise<unknown> =>
  Promise.all(rig.pages.map(({ page }) => setPageSkew(page, skewMs)))

/** Every fault of the suite once. */
export const BROWSER_FAULTS: readonly BrowserFault[] = [
  ...Object.entries(LINE_FAULTS).map(lineFault),
  {
    name: 'the line is unplugged',
    async inject(rig) {
      rig.relay.isCut = true
      rig.relay.drop()
      await rig.until('says that it is not live', ({ connection }) => connection !== 'live')
    },
  },
  {
    name: 'connections stay open and nothing comes through',
    async inject(rig) {
      rig.relay.isSilent = true
      await rig.until('marks what it shows', ({ connection, now }) => {
        const isMarked = now.every(({ value, note }) => Number.isNaN(value) || /Stale|No comms/.test(note))
        return connection !== 'live' && isMarked
      })
    },
  },
  ...Object.entries(ANSWER_FAULTS).map(answerFault),
  {
    name: 'the server starts anew with another sequence',
    async inject(rig) {
      await rig.restartServer()
      await rig.reached('passed', 2)
    },
  },
  clockFault("the server's", HOUR_MS, setServer),
  clockFault("the server's", -HOUR_MS, setServer),
  clockFault("this machine's", HOUR_MS, setPages),
  clockFault("this machine's", -HOUR_MS, setPages),
]
