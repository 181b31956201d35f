import { describe, expect, it } from 'vitest'
import type { WatchedReading } from '../../../src/domain/exceptions/exceptions.ts'
import { canJudgeSilence } from '../../../src/domain/exceptions/silence.ts'

const reading = (
  freshness: WatchedReading['freshness'],
  quality: WatchedReading['quality'] = 'Good',
): WatchedReading => ({ value: 1, quality, freshness, sourceTimeMs: 0 })

const up = { connected: true, connectedMs: 2000, periodMs: 10_000 }

describe('judging the silence of sources', () => {
  it('blames no source while our own channel is down', () => {
    expect(canJudgeSilence({ ...up, connected: false, connectedMs: 3_600_000 }, [reading('stale')])).toBe(false)
  })

  it('waits after connecting until every source has spoken', () => {
    expect(canJudgeSilence(up, [reading('live'), reading('waiting'), null])).toBe(false)
    expect(canJudgeSilence(up, [reading('live'), reading('late')])).toBe(true)
  })

  it('does not take a value that is merely old for silence right after connecting', () => {
    expect(canJudgeSilence(up, [reading('live'), reading('stale')])).toBe(false)
  })

  it('believes the server at once when it says that a source is lost', () => {
    expect(canJudgeSilence(up, [reading('no-communication', 'BadNoCommunication'), reading('live')])).toBe(true)
    expect(canJudgeSilence(up, [reading('stale', 'UncertainLastUsableValue')])).toBe(true)
  })

  it('waits no longer than three periods', () => {
    expect(canJudgeSilence({ ...up, connectedMs: 29_999 }, [reading('stale')])).toBe(false)
    expect(canJudgeSilence({ ...up, connectedMs: 30_000 }, [reading('stale'), null])).toBe(true)
  })
})
