import type { LineMessage } from './fault-relay.ts'

/** What becomes of one message of the live channel: how many of it arrive, after how long, changed or not. */
export type LineFault = (message: LineMessage, count: number) => readonly { message: LineMessage; afterMs?: number }[]

/** A number that no meter reads; where it is on screen, something broken was shown. */
export const POISON = 98_765

function spoiled(message: LineMessage): LineMessage {
  if (typeof message === 'string') return message.replace(/[{:,]/, '\u0000')
  const bytes = Uint8Array.from(message)
  const place = Math.floor(bytes.length * 0.7)
  bytes[place] = (bytes[place] ?? 0) ^ 0x40
  return Buffer.from(bytes)
}

const shortened = (message: LineMessage): LineMessage =>
  typeof message === 'string' ? message.slice(0, -7) : message.subarray(0, Math.max(0, message.length - 5))

function ofOtherPark(message: LineMessage): LineMessage {
  if (typeof message !== 'string' || !message.includes('"type":"snapshot"')) return message
  return message
    .replace('"bau-bang"', '"long-duc"')
    .replace(/"values":\[[^\]]*\]/, (values) => values.replaceAll(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, String(POISON)))
}

/** Faults of the frames of a line that is otherwise there. */
export const LINE_FAULTS = {
  'drops every second message': (message, count) => (count % 2 === 0 ? [] : [{ message }]),
  'brings every message 2 s late': (message) => [{ message, afterMs: 2000 }],
  'says every message twice': (message) => [{ message }, { message }],
  'says messages in the wrong order': (message, count) => [{ message, afterMs: count % 2 === 0 ? 0 : 1200 }],
  'cuts every second message short': (message, count) => [{ message: count % 2 === 0 ? shortened(message) : message }],
  'turns a bit over in every second message': (message, count) => [
    { message: count % 2 === 0 ? spoiled(message) : message },
  ],
  'sends noise between the messages': (message, count) => [
    { message },
    { message: count % 2 === 0 ? `{"type":"readings","seq":NaN,"values":[${POISON}]}` : Buffer.alloc(count % 64) },
  ],
  "sends another park's snapshot": (message) => [{ message: ofOtherPark(message) }],
} as const satisfies Record<string, LineFault>
