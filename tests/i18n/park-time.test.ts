import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../src/i18n/format.ts'

const ZONES = ['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Europe/Zurich', 'America/St_Johns', 'Pacific/Apia', 'UTC']

function asEngine(zone: string, ms: number): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`
}

describe('time of a park, worked out from its zone’s offset', () => {
  it('is that of the engine in any zone, through summers and before 1970', () => {
    assert(
      property(constantFrom(...ZONES), integer({ min: -100_000_000, max: 4_000_000_000 }), (zone, seconds) => {
        const format = formatOf('en', zone)
        const wanted = asEngine(zone, seconds * 1000)
        expect(format.isoLocal(seconds * 1000).slice(0, 19)).toBe(wanted)
        expect(format.time(seconds * 1000)).toBe(wanted.slice(11))
        expect(format.date(seconds * 1000).split(' ')[0]).toBe(String(Number(wanted.slice(8, 10))))
      }),
      { numRuns: 500 },
    )
  })

  it('changes at the second at which summer begins', () => {
    const format = formatOf('en', 'Europe/Zurich')
    const begins = Date.UTC(2026, 2, 29, 1)
    expect(format.time(begins - 1000)).toBe('01:59:59')
    expect(format.time(begins)).toBe('03:00:00')
    expect(format.zoneLabel(begins - 1)).toBe('UTC+1')
    expect(format.zoneLabel(begins)).toBe('UTC+2')
  })
})
