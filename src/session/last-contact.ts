const KEY = 'parkscope.contact'
const parkOf = (parkId: string): string => `${KEY}.${parkId}`

/** Server time of a park's last live reading in this browser, also of an earlier page; null for none. */
export function readContact(parkId: string): number | null {
  try {
    const ms = Number(localStorage.getItem(parkOf(parkId)) ?? Number.NaN)
    return Number.isFinite(ms) ? ms : null
  } catch {
    return null
  }
}

/** Remembers that the park was live at a server time. */
export function keepContact(parkId: string, serverMs: number): void {
  try {
    localStorage.setItem(parkOf(parkId), String(serverMs))
  } catch {
    // Private windows refuse storage; the next page then does not know since when it is offline.
  }
}
