import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { RawData } from 'ws'
import { serverFrameSchema } from '../../src/contract/live.ts'
import { POINT_KINDS, pointKindSchema } from '../../src/contract/point-kinds.ts'
import { encodeReadings } from '../../src/contract/readings-frame.ts'
import type { Snapshot } from '../../src/contract/readings.ts'

/**
 * What the relay sends in place of the server's readings:
 * `pass` the server's own; `every-point` all points once a second, all changed;
 * `repeat` all points once a second with the value they had; `silent` none.
 */
export type FeedMode = 'pass' | 'every-point' | 'repeat' | 'silent'

export interface Feed {
  mode: FeedMode
  /** Frames and readings sent to pages since the start. */
  frames: number
  readings: number
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close(): void
}

interface Column {
  /** Position in the snapshot, the dense index of the contract. */
  index: number
  value: number
  quality: number
  wide: boolean
  /** Largest change of the value per frame; 0 for states, which do not drift. */
  swing: number
  /** Registers only grow. */
  counter: boolean
}

function columnOf(pointId: string, index: number, snapshot: Snapshot): Column {
  const name = pointId.slice(pointId.lastIndexOf('.') + 1).replace(/-\d+$/, '')
  const kind = pointKindSchema.safeParse(name)
  const info = kind.success ? POINT_KINDS[kind.data] : null
  const value = snapshot.values[index] ?? 0
  const degrees = info?.unit === 'deg'
  const state = info?.unit === '1'
  return {
    index,
    value,
    quality: snapshot.qualities[index] ?? 0,
    wide: info?.wide ?? false,
    counter: info?.counter ?? false,
    swing: degrees ? 0.0001 : state ? 0 : Math.max(Math.abs(value) * 0.02, 0.02),
  }
}

function changedValue({ index, value, swing, counter }: Column, seq: number): number {
  return counter ? value + seq * 0.01 : value + swing * Math.sin(seq * 1.7 + index)
}

/** Frames of one session made from its snapshot: contract order (wide points first), sequence kept. */
function createGenerator(snapshot: Snapshot) {
  const columns = snapshot.points
    .map((pointId, index) => columnOf(pointId, index, snapshot))
    .toSorted((a, b) => Number(b.wide) - Number(a.wide))
  const wide = columns.filter((column) => column.wide).length
  const startMs = performance.now()
  const startT = Date.parse(snapshot.time)
  let { seq } = snapshot
  return {
    nextSeq: () => (seq += 1),
    /** Takes note of a frame of the server's own, so that the next one made here follows it. */
    follow: (passedSeq: number) => void (seq = Math.max(seq, passedSeq)),
    size: columns.length,
    frame(changing: boolean): ArrayBuffer {
      seq += 1
      return encodeReadings(
        {
          seq,
          t: startT + performance.now() - startMs,
          indices: Uint32Array.from(columns, ({ index }) => index),
          values: Float64Array.from(columns, (column) => (changing ? changedValue(column, seq) : column.value)),
          timeOffsetsMs: new Int32Array(columns.length).fill(-20),
          quality: Uint8Array.from(columns, ({ quality }) => quality),
        },
        wide,
      )
    },
  }
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data)
    ? data.toString('utf8')
    : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]).toString('utf8')
}

/** Relays the live channel of a server over a real socket, with its readings kept, replaced or held back. */
export function createFeed(upstream: string, first: FeedMode): Feed {
  const sockets = new WebSocketServer({ noServer: true })
  const feed: Feed = {
    mode: first,
    frames: 0,
    readings: 0,
    onUpgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (page) => relay(page, request.url ?? '/'))
    },
    close() {
      for (const page of sockets.clients) page.terminate()
      sockets.close()
    },
  }

  function relay(page: WebSocket, path: string) {
    const server = new WebSocket(new URL(path, upstream.replace(/^http/, 'ws')))
    const early: string[] = []
    let generator: ReturnType<typeof createGenerator> | null = null
    const timer = setInterval(() => {
      if (!generator || (feed.mode !== 'every-point' && feed.mode !== 'repeat')) return
      feed.frames += 1
      feed.readings += generator.size
      page.send(generator.frame(feed.mode === 'every-point'))
    }, 1000)
    page.on('message', (data) => {
      if (server.readyState === WebSocket.OPEN) server.send(textOf(data))
      else early.push(textOf(data))
    })
    server.on('open', () => early.splice(0).forEach((text) => server.send(text)))
    server.on('message', (data, isBinary) => {
      if (isBinary) {
        if (feed.mode !== 'pass') return
        feed.frames += 1
        if (Buffer.isBuffer(data)) {
          feed.readings += data.readUInt32LE(4)
          generator?.follow(data.readDoubleLE(8))
        }
        return page.send(data, { binary: true })
      }
      const text = textOf(data)
      const parsed = serverFrameSchema.safeParse(JSON.parse(text))
      if (parsed.success && parsed.data.type === 'snapshot') generator = createGenerator(parsed.data)
      // Sequences are the generator's own once it speaks in the server's place.
      if (parsed.success && parsed.data.type === 'event' && generator && feed.mode !== 'pass')
        return page.send(JSON.stringify({ ...parsed.data, seq: generator.nextSeq() }))
      page.send(text)
    })
    const end = () => {
      clearInterval(timer)
      page.close()
      server.close()
    }
    page.on('close', end)
    server.on('close', end)
    server.on('error', end)
  }
  return feed
}
