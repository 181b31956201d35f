import { FRAME_MAGIC } from '../readings-frame.ts'

export interface FrameColumn {
  /** Byte offset; n is the number of readings, w the number of wide ones. */
  offset: string
  type: string
  count: string
  meaning: string
}

/** Layout of the binary `readings` frame, little-endian. A test encodes a frame and reads it back by this table. */
export const FRAME_LAYOUT: readonly FrameColumn[] = [
  { offset: '0', type: 'u32', count: '1', meaning: `magic 0x${FRAME_MAGIC.toString(16)} ("PSF1" as bytes)` },
  { offset: '4', type: 'u32', count: '1', meaning: 'n, number of readings' },
  { offset: '8', type: 'f64', count: '1', meaning: 'seq, a whole number, grows by 1 per frame of an epoch' },
  { offset: '16', type: 'f64', count: '1', meaning: 't, server time in epoch milliseconds' },
  { offset: '24', type: 'u32', count: '1', meaning: 'w, how many values are f64; wide points come first' },
  { offset: '28', type: 'u32', count: '1', meaning: 'sum of everything behind the header, see below' },
  { offset: '32', type: 'f64', count: 'w', meaning: 'wide values (registers, positions)' },
  { offset: '32+8w', type: 'u32', count: 'n', meaning: 'dense point index: position in `points` of the snapshot' },
  { offset: '32+8w+4n', type: 'f32', count: 'n-w', meaning: 'the other values' },
  { offset: '32+4w+8n', type: 'i32', count: 'n', meaning: 'source time minus t, milliseconds' },
  { offset: '32+4w+12n', type: 'u8', count: 'n', meaning: 'quality: index into the catalogue `qualities`' },
]

/** The sum in words, for servers in other languages. */
export const FRAME_SUM =
  'Sum: read all bytes from offset 32 as unsigned 32-bit little-endian words, then the 0 to 3 bytes that remain one ' +
  'by one. Start with a = 1, b = 0. For each word or byte x: a = a + x, b = b + a, both modulo 2^32. The sum is ' +
  'a XOR (b rotated left by 16 bits).'

/** The layout as Markdown. */
export function frameLayoutText(): string {
  const rows = FRAME_LAYOUT.map(({ offset, type, count, meaning }) => `| ${offset} | ${type} | ${count} | ${meaning} |`)
  return [
    'Little-endian, columns, no padding. NaN stands for "no value". Length is 32 + 4w + 13n bytes.',
    '',
    '| offset | type | count | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
    FRAME_SUM,
    '',
    'A frame whose length, magic, sum, sequence or time is wrong is refused whole and counted.',
  ].join('\n')
}
