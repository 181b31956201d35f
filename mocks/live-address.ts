import { LIVE_PATH } from '../src/contract/live.ts'

/** Whether an address is the live channel's, below whatever sub-path the product lives. */
export function isLiveAddress(url: URL): boolean {
  return url.pathname.endsWith(LIVE_PATH)
}

/** The ticket in a live channel's address, or null. */
export function ticketOf(url: URL): string | null {
  return url.searchParams.get('ticket')
}
