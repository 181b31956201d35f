/** Milliseconds by which a test's clock is ahead of `nowMs`. Throws for an instant that is past or no instant. */
export function clockShiftMs(wanted: string, nowMs: number): number
