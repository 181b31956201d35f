/**
 * Interleaved: the overlay's lines lie under the labels and share the map's graphics context.
 * `false` puts them on a canvas of their own above everything (the way out if upstream breaks labels).
 */
export const OVERLAY_INTERLEAVED = true

/** Live colours and widths change on the map at most this often. */
export const LIVE_INTERVAL_MS = 1000

/** After this pause a map that is not shown any more gives its graphics context back. */
export const CLOSE_DELAY_MS = 1000

/** A lost graphics context is rebuilt after this pause, and again while it cannot be had. */
export const RECOVERY_DELAYS_MS: readonly number[] = [250, 1000, 2000, 5000, 10_000]

export const MIN_ZOOM = 4
export const MAX_ZOOM = 20.5
export const MAX_PITCH = 65
/** Tilt and turn that Assets mode starts with. */
export const ASSETS_PITCH = 50
export const ASSETS_BEARING = -12
/** A flight from one step of a tour to the next. */
export const FLIGHT_MS = 2400
/** Padding of the one fit, room for the title above and the buttons at right. */
export const FIT_PADDING = { top: 44, right: 60, bottom: 24, left: 24 } as const
/** Whole country, for a park whose outline is missing. */
export const NATIONAL_BOUNDS: [number, number, number, number] = [102, 8, 110, 23.5]

/** Networks and names wait so long for what is drawn with them. */
export const FINEST_WITHIN_MS = 1500
