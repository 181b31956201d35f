import { describe, expect, it } from 'vitest'
import { HttpError, OfflineError } from '../../src/api/errors.ts'
import { startLive } from '../../src/live/live-client.ts'
import { FakeScheduler } from '../live/fake-scheduler.ts'
import { FakeServer, START_MS, makePoint } from '../live/fake-server.ts'
import { BadLine, LINE_FAULTS } from './bad-line.ts'

const S = 1000
const HOUR = 3600 * S
/** A value counts as live for one and a half periods of five seconds, and one second of display. */
const LIVE_FOR_S = 9

/** A client on a line that can be made bad, watched second by second. */
async function openLine() {
  const scheduler = new FakeScheduler(START_MS)
  const points = [makePoint('wm-1.flow'), makePoint('wm-2.flow')]
  const server = new FakeServer(scheduler, points)
  const line = new BadLine(server.openSocket, scheduler)
  let ticketError: Error | null = null
  const client = startLive({
    parkId: 'bau-bang',
    points,
    baseUrl: 'http://park.test',
    call: () => (ticketError === null ? server.fetchTicket() : Promise.reject(ticketError)),
    openSocket: line.open,
    scheduler,
    network: new EventTarget(),
    random: () => 0,
  })
  const lies: string[] = []
  const look = (): void => {
    const { value = Number.NaN, freshness } = client.display.read(0) ?? {}
    const behind = server.valueNow() - value
    // Every point has its second of true time for a value: a live number is the truth of a moment ago or it lies.
    if (freshness === 'live' && !(behind >= 0 && behind <= LIVE_FOR_S)) lies.push(`${value} live, ${behind} s behind`)
    if (freshness === 'stale' && !(behind >= 0)) lies.push(`${value} stale, from the future`)
  }
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      await new Promise((resolve) => setImmediate(resolve))
      scheduler.advance(250)
      if (left % S < 250) look()
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  await pass(10 * S)
  return {
    scheduler,
    server,
    line,
    client,
    lies,
    pass,
    refuse: (error: Error | null) => {
      ticketError = error
    },
  }
}

type Line = Awaited<ReturnType<typeof openLine>>

/** Faults of the server, the network and the clocks: what happens at the beginning and at the end of it. */
const OTHER_FAULTS: Readonly<Record<string, { begin: (line: Line) => void; end: (line: Line) => void }>> = {
  'the line is unplugged': {
    begin: ({ server }) => {
      server.reachable = false
      server.drop()
    },
    end: ({ server }) => {
      server.reachable = true
    },
  },
  'the socket stays open and says nothing': {
    begin: ({ server }) => {
      server.silent = true
    },
    end: ({ server }) => {
      server.silent = false
    },
  },
  'the server starts anew with another sequence': {
    begin: ({ server }) => {
      server.drop(1001)
      server.epoch = 'run-2'
      server.seq = 0
    },
    end: () => undefined,
  },
  'the server goes back in its sequence without a word': {
    begin: ({ server }) => {
      server.seq -= 8
    },
    end: () => undefined,
  },
  "the server's clock jumps an hour ahead": {
    begin: ({ server }) => {
      server.skewMs = HOUR
    },
    end: () => undefined,
  },
  "the server's clock jumps an hour back": {
    begin: ({ server }) => {
      server.skewMs = -HOUR
    },
    end: () => undefined,
  },
  "this machine's clock jumps an hour ahead": {
    begin: ({ scheduler }) => {
      scheduler.skewMs = HOUR
    },
    end: () => undefined,
  },
  "this machine's clock jumps an hour back": {
    begin: ({ scheduler }) => {
      scheduler.skewMs = -HOUR
    },
    end: () => undefined,
  },
  ...Object.fromEntries(
    [401, 403, 409, 429, 500, 503].map((status) => [
      `tickets are refused with ${status}`,
      {
        begin: ({ server, refuse }: Line) => {
          refuse(new HttpError('liveTicket', status, null, status === 429 ? 5000 : null))
          server.drop()
        },
        end: ({ refuse }: Line) => refuse(null),
      },
    ]),
  ),
  'tickets time out': {
    begin: ({ server, refuse }) => {
      refuse(new OfflineError('liveTicket', new Error('timeout')))
      server.drop()
    },
    end: ({ refuse }) => refuse(null),
  },
}

const FAULTS = [
  ...Object.entries(LINE_FAULTS).map(([name, fault]) => ({
    name: `the line ${name}`,
    begin: ({ line, server }: Line) => {
      line.fault = fault
      // A snapshot is part of what goes wrong.
      if (name.includes('snapshot')) server.drop()
    },
    end: ({ line }: Line) => {
      line.fault = null
    },
  })),
  ...Object.entries(OTHER_FAULTS).map(([name, { begin, end }]) => ({ name, begin, end })),
]

describe('live channel under faults: no crash, no number that lies, back without a reload', () => {
  it.each(FAULTS)('$name', async ({ begin, end }) => {
    const line = await openLine()
    begin(line)
    await line.pass(45 * S)
    end(line)
    await line.pass(75 * S)
    expect(line.lies).toEqual([])
    expect(line.client.connection.get().state).toBe('live')
    expect(line.client.display.read(0)?.freshness).toBe('live')
    expect(line.server.valueNow() - (line.client.display.read(0)?.value ?? Number.NaN)).toBeLessThanOrEqual(2)
    line.client.stop()
  })

  it('covers every fault once', () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length)
    expect(FAULTS.length).toBeGreaterThanOrEqual(23)
  })
})
