import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JournalEntry, journalEntrySchema } from '../../../src/contract/alarms.ts'
import { historySeriesSchema } from '../../../src/contract/readings.ts'
import { pointSchema } from '../../../src/contract/resources.ts'
import {
  LONGEST_MS,
  farthest,
  incidentLines,
  incidentStartMs,
  notablePoints,
  readSpan,
  writeSpan,
} from '../../../src/domain/replay/incident.ts'

const FROM_MS = Date.parse('2026-11-20T01:00:00Z')
const span = { fromMs: FROM_MS, toMs: FROM_MS + 3_600_000 }

function entry(seq: number, timeS: number, receivedS: number, extra: Partial<JournalEntry> = {}): JournalEntry {
  return journalEntrySchema.parse({
    seq,
    prevHash: '0'.repeat(64),
    hash: '1'.repeat(64),
    alarmId: 'ph-high.ww-1',
    definitionId: 'ph-high',
    eventId: `e-${seq}`,
    event: 'ACTIVATED',
    time: new Date(FROM_MS + timeS * 1000).toISOString(),
    receiveTime: new Date(FROM_MS + receivedS * 1000).toISOString(),
    fromState: 'NORMAL',
    toState: 'ACTIVE_UNACK',
    priority: 'P2',
    severity: 700,
    annunciated: true,
    actor: 'process',
    comment: null,
    client: null,
    value: 9.4,
    limit: 9,
    ...extra,
  })
}

const point = pointSchema.parse({
  id: 'ww-1.ph',
  assetId: 'ww-1',
  kind: 'ph',
  stream: 'wastewater',
  unit: '[pH]',
  periodMs: 60_000,
  range: [0, 14],
  decimals: 1,
  limits: [],
  gatewayId: null,
})

function series(values: (number | null)[]) {
  const zeros = values.map(() => 0)
  const worstQuality = values.map(() => 'Good')
  const columns = { min: values, mean: values, max: values, last: values, count: zeros, expected: zeros, worstQuality }
  return historySeriesSchema.parse({ pointId: point.id, ...columns })
}

describe('timeline of an incident', () => {
  it('orders by time at the source, then by when it was known, wherever late lines come from', () => {
    const journal = [
      entry(1, 60, 61),
      entry(2, 30, 900),
      entry(3, 60, 60),
      entry(4, 5000, 5000),
      entry(5, 90, 90, { actor: 'operator', event: 'ACKNOWLEDGED' }),
    ]
    const lines = incidentLines({ span, journal, log: [], measurements: [], isComms: ({ seq }) => seq === 2 })
    expect(lines.map(({ id, kind }) => [id, kind])).toEqual([
      ['journal-2', 'comms'],
      ['journal-3', 'alarm'],
      ['journal-1', 'alarm'],
      ['journal-5', 'command'],
    ])
    expect(incidentStartMs(lines, span)).toBe(FROM_MS + 30_000)
    expect(incidentStartMs([], span)).toBe(FROM_MS)
  })

  it('takes the farthest value on the side of the limit that was passed, and none from an empty range', () => {
    const grid = { fromMs: FROM_MS, stepMs: 60_000 }
    const high = entry(1, 0, 0)
    expect(farthest(point, high, series([7, null, 9.8, 9.1]), grid)).toMatchObject({
      atMs: FROM_MS + 120_000,
      measurement: { value: 9.8, extreme: 'highest', limit: 9 },
    })
    const low = entry(2, 0, 0, { value: 5.1, limit: 5.5 })
    expect(farthest(point, low, series([7, null, 4.2, 6]), grid)?.measurement).toMatchObject({
      value: 4.2,
      extreme: 'lowest',
    })
    expect(farthest(point, high, series([null, null]), grid)).toBeNull()
    const found = notablePoints([entry(1, 0, 0, { limit: null }), high, entry(3, 1, 1)], () => point.id)
    expect([...found.keys()]).toEqual([point.id])
  })

  it('reads the ranges that it writes, and no others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 1, max: LONGEST_MS / 1000 }),
        (from, length) => {
          const range = { fromMs: from * 1000, toMs: (from + length) * 1000 }
          expect(readSpan(writeSpan(range))).toEqual(range)
        },
      ),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const range = readSpan(text)
        expect(range === null || range.fromMs < range.toMs).toBe(true)
      }),
    )
    expect(readSpan('20261120T030000Z_20261120T020000Z')).toBeNull()
    expect(readSpan('20261101T030000Z_20261120T020000Z')).toBeNull()
    expect(readSpan(null)).toBeNull()
  })
})
