import type { OpenSocket } from '../../src/live/socket-runner.ts'
import type { FakeScheduler } from '../live/fake-scheduler.ts'

/** What a bad line does with one message: how many of it arrive, each after a while, changed or not. */
export type LineFault = (data: unknown, count: number) => readonly { data: unknown; afterMs?: number }[]

/** Bytes with one bit turned over, as a bad cable or a bad proxy does. Text loses its middle. */
function spoil(data: unknown): unknown {
  if (typeof data === 'string') return `${data.slice(0, data.length / 2)}\u0000${data.slice(data.length / 2 + 1)}`
  if (!(data instanceof ArrayBuffer)) return data
  const bytes = new Uint8Array(data.slice(0))
  const place = Math.floor(bytes.length * 0.7)
  bytes[place] = (bytes[place] ?? 0) ^ 0x40
  return bytes.buffer
}

function cutShort(data: unknown): unknown {
  if (typeof data === 'string') return data.slice(0, -7)
  return data instanceof ArrayBuffer ? data.slice(0, Math.max(0, data.byteLength - 5)) : data
}

const otherPark = (data: unknown): unknown =>
  typeof data === 'string'
    ? data.replaceAll('"bau-bang"', '"long-duc"').replace(/"values":\[\d+/, '"values":[999')
    : data

/** Faults of the frames of a line that is otherwise there. */
export const LINE_FAULTS = {
  'drops every second message': (data, count) => (count % 2 === 0 ? [] : [{ data }]),
  'delays every message by 3 s': (data) => [{ data, afterMs: 3000 }],
  'says every message twice': (data) => [{ data }, { data }],
  'says messages in the wrong order': (data, count) => [{ data, afterMs: count % 2 === 0 ? 0 : 1500 }],
  'cuts every third message short': (data, count) => [{ data: count % 3 === 0 ? cutShort(data) : data }],
  'turns a bit over in every second message': (data, count) => [{ data: count % 2 === 0 ? spoil(data) : data }],
  'sends noise between the messages': (data, count) => [
    { data },
    { data: count % 2 === 0 ? '{"type":"readings","seq":NaN' : new ArrayBuffer(count % 64) },
  ],
  "sends another park's snapshot": (data) => [{ data: otherPark(data) }],
} as const satisfies Record<string, LineFault>

/** A line whose messages go through a fault for as long as there is one. */
export class BadLine {
  fault: LineFault | null = null
  readonly #inner: OpenSocket
  readonly #scheduler: FakeScheduler
  #count = 0

  constructor(inner: OpenSocket, scheduler: FakeScheduler) {
    this.#inner = inner
    this.#scheduler = scheduler
  }

  open: OpenSocket = (url, handlers) => {
    let isClosed = false
    const socket = this.#inner(url, {
      ...handlers,
      onMessage: (data) => {
        this.#count += 1
        const arriving = this.fault?.(data, this.#count) ?? [{ data }]
        for (const { data: arrived, afterMs = 0 } of arriving) {
          if (afterMs === 0) handlers.onMessage(arrived)
          else
            this.#scheduler.after(afterMs, () => {
              if (!isClosed) handlers.onMessage(arrived)
            })
        }
      },
    })
    return {
      send: (text) => socket.send(text),
      close: () => {
        isClosed = true
        socket.close()
      },
    }
  }
}
