import { CLOSE } from '../../../src/contract/live.ts'
import { type HttpProbe, posting } from './http-probe.ts'
import { LiveProbe } from './live-probe.ts'
import { type Report, expectThat } from './report.ts'
import { expectColumns } from './reading-checks.ts'

/** Frames to look at per encoding; at one a second that is a few seconds. */
const FRAMES = 6

/** The live channel: tickets, greeting, snapshot, both encodings, resume, tolerance and refusals. */
export async function checkLive(report: Report, probe: HttpProbe, baseUrl: string, parkId: string): Promise<void> {
  const newTicket = async () => (await probe.get('liveTicket', '/live/tickets', posting({ parkId }))).ticket
  const withSocket = async <T>(ticket: string, work: (live: LiveProbe) => Promise<T>): Promise<T> => {
    const live = new LiveProbe(baseUrl, ticket)
    try {
      return await work(live)
    } finally {
      live.close()
    }
  }

  await report.check('liveTicket: issued with a future expiry', async () => {
    const { expires } = await probe.get('liveTicket', '/live/tickets', posting({ parkId }))
    const { time } = await probe.get('server', '/server')
    expectThat(Date.parse(expires) > Date.parse(time), 'liveTicket', `expires: ${expires} is not after ${time}`)
  })
  await report.check('live: unknown ticket is refused', () =>
    withSocket('no-such-ticket', (live) => expectRefusal(live, CLOSE.ticketRefused, 'live: unknown ticket')),
  )
  await report.check('live: a ticket opens one channel only', async () => {
    const ticket = await newTicket()
    await withSocket(ticket, async (live) => {
      await live.hello(parkId)
      await live.expect('welcome')
      await withSocket(ticket, (second) => expectRefusal(second, CLOSE.ticketRefused, 'live: used ticket'))
    })
  })
  await report.check('live: another major contract version is refused with a message', async () =>
    withSocket(await newTicket(), async (live) => {
      await live.hello(parkId, { contract: '99.0' })
      await expectRefusal(live, CLOSE.contractRefused, 'live: hello with contract 99.0')
    }),
  )
  await report.check('live: a park that the ticket is not for is refused', async () =>
    withSocket(await newTicket(), async (live) => {
      await live.hello('no-such-park')
      await expectRefusal(live, CLOSE.unknownPark, 'live: hello with another park')
    }),
  )
  await report.check('live: a subscribe right behind the hello is worked off after it', async () =>
    withSocket(await newTicket(), async (live) => {
      await Promise.all([live.hello(parkId), live.send({ type: 'subscribe', points: 'all' })])
      await live.expect('welcome')
      await live.expect('snapshot')
    }),
  )
  await report.check('live: unknown fields are tolerated', async () =>
    withSocket(await newTicket(), async (live) => {
      await live.hello(parkId, { colour: 'blue', nested: { deep: [1] } })
      await live.expect('welcome')
      await live.send({ type: 'subscribe', points: 'all', hurry: true })
      await live.expect('snapshot')
    }),
  )
  const seen = await report.check('live: snapshot, then binary readings without a hole', async () =>
    withSocket(await newTicket(), (live) => readFeed(live, parkId, 'binary')),
  )
  await report.check('live: the same as JSON columns', async () =>
    withSocket(await newTicket(), (live) => readFeed(live, parkId, 'json')),
  )
  await report.check('live: a subset of points', async () =>
    withSocket(await newTicket(), (live) => checkSubset(live, parkId, seen?.points.slice(0, 2) ?? [])),
  )
  await report.check('live: resume replays what was missed, or says that it does not', async () => {
    const before = await withSocket(await newTicket(), (live) => readFeed(live, parkId, 'binary'))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await withSocket(await newTicket(), (live) => checkResume(live, parkId, before))
  })
  await report.check('live: a foreign epoch is not resumed', async () =>
    withSocket(await newTicket(), async (live) => {
      await live.hello(parkId, { resume: { epoch: 'another-run', lastSeq: 1 } })
      const { resumed } = await live.expect('welcome')
      expectThat(!resumed, 'live: welcome', 'resumed: true for an epoch that is not the server’s')
      await live.send({ type: 'subscribe', points: 'all' })
      await live.expect('snapshot')
    }),
  )
}

async function expectRefusal(live: LiveProbe, code: number, place: string): Promise<void> {
  const closed = await live.untilClosed()
  expectThat(closed.code === code, place, `closed with ${closed.code}, the contract says ${code}`)
  expectThat(closed.bye !== null, place, 'bye: missing before the close')
  expectThat(closed.bye.problem !== undefined, place, 'bye.problem: missing')
}

interface Feed {
  epoch: string
  lastSeq: number
  points: string[]
}

/** Greets, subscribes to everything and follows a few frames. */
async function readFeed(live: LiveProbe, parkId: string, encoding: 'binary' | 'json'): Promise<Feed> {
  await live.hello(parkId, { encoding })
  const welcome = await live.expect('welcome')
  await live.send({ type: 'subscribe', points: 'all' })
  const snapshot = await live.expect('snapshot')
  expectColumns('live: snapshot', snapshot)
  expectThat(snapshot.epoch === welcome.epoch, 'live: snapshot', 'epoch: differs from the welcome')
  let { seq } = snapshot
  for (let k = 0; k < FRAMES; k++) {
    seq = await followFrame(live, encoding, seq, snapshot.points.length)
  }
  return { epoch: welcome.epoch, lastSeq: seq, points: snapshot.points }
}

/** Takes the next frame and checks sequence, indices and columns; answers its sequence. */
async function followFrame(live: LiveProbe, encoding: string, lastSeq: number, points: number): Promise<number> {
  const got = await live.next()
  if (got.kind === 'json' && got.frame.type === 'event') return expectNext('live: event', got.frame.seq, lastSeq)
  const place = `live: readings (${encoding})`
  if (got.kind === 'binary') {
    expectThat(encoding === 'binary', place, 'a binary frame although JSON was asked for')
    expectIndices(place, got.frame.indices, points)
    return expectNext(place, got.frame.seq, lastSeq)
  }
  expectThat(got.kind === 'json' && got.frame.type === 'readings', place, 'expected readings')
  expectThat(encoding === 'json', place, 'JSON columns although binary was asked for')
  const { ids, values, timeOffsets, quality, seq } = got.frame
  expectIndices(place, ids, points)
  for (const [name, column] of Object.entries({ values, timeOffsets, quality })) {
    expectThat(column.length === ids.length, place, `${name}: ${column.length} entries for ${ids.length} ids`)
  }
  return expectNext(place, seq, lastSeq)
}

function expectNext(place: string, seq: number, lastSeq: number): number {
  expectThat(seq === lastSeq + 1, place, `seq: ${seq} after ${lastSeq}`)
  return seq
}

function expectIndices(place: string, indices: ArrayLike<number>, points: number): void {
  const wrong = Array.from(indices).findIndex((index) => index >= points)
  expectThat(wrong < 0, place, `index ${indices[wrong] ?? ''} of a snapshot of ${points} points`)
}

async function checkSubset(live: LiveProbe, parkId: string, wanted: readonly string[]): Promise<void> {
  expectThat(wanted.length > 0, 'live: subset', 'no points known from the feed before')
  await live.hello(parkId)
  await live.expect('welcome')
  await live.send({ type: 'subscribe', points: wanted })
  const snapshot = await live.expect('snapshot')
  const got = snapshot.points.join(',')
  expectThat(got === wanted.join(','), 'live: snapshot', `points: asked for ${wanted.join(',')}, got ${got}`)
  await followFrame(live, 'binary', snapshot.seq, wanted.length)
}

async function checkResume(live: LiveProbe, parkId: string, before: Feed): Promise<void> {
  await live.hello(parkId, { resume: { epoch: before.epoch, lastSeq: before.lastSeq } })
  const { resumed } = await live.expect('welcome')
  await live.send({ type: 'subscribe', points: 'all' })
  if (!resumed) {
    await live.expect('snapshot')
    return
  }
  let seq = before.lastSeq
  for (let k = 0; k < 4; k++) seq = await followFrame(live, 'binary', seq, before.points.length)
}
