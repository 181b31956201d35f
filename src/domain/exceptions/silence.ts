import type { WatchedReading } from './exceptions.ts'

export interface ChannelState {
  /** Our own channel to the server is up. */
  connected: boolean
  /** For how long it has been up. */
  connectedMs: number
  /** Longest expected period of the watched sources. */
  periodMs: number
}

/** Periods that a source gets after (re)connecting before its silence counts. */
const GRACE_PERIODS = 3

/** The server itself said how this source is; nothing has to be waited for. */
function isSettled(reading: WatchedReading | null): boolean {
  if (!reading || reading.freshness === 'waiting') return false
  if (reading.freshness === 'live' || reading.freshness === 'late') return true
  return reading.quality === 'BadNoCommunication' || reading.quality === 'UncertainLastUsableValue'
}

/**
 * Whether silence says something about the sources. While our own channel is down, and in the first moments after
 * it came up, everything is old at once, and no gateway is to blame for it.
 */
export function canJudgeSilence(channel: ChannelState, links: readonly (WatchedReading | null)[]): boolean {
  if (!channel.connected) return false
  return channel.connectedMs >= GRACE_PERIODS * channel.periodMs || links.every(isSettled)
}
