/**
 * The clock of the browser tests. A park looks different at six in the morning and at ten at night, on a Sunday and on
 * the first of a month; so that a test means the same whenever it is run, its park begins at a quiet hour: the next
 * Tuesday in the middle of a month, 10:10 in the park. `PARKSCOPE_CLOCK` names another instant, to prove that the
 * product holds then too: an ISO instant, or a clock time of that Tuesday in the park ("05:50"), or `real`.
 *
 * The shift is never backwards: what a browser itself keeps by the real time, a cookie for one, must not be over.
 */
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Zone of the parks: no daylight saving since 1975. */
const PARK_OFFSET_MS = 7 * HOUR_MS

function quietDay(nowMs) {
  let midnightMs = Math.ceil((nowMs + PARK_OFFSET_MS) / DAY_MS) * DAY_MS
  for (;;) {
    const date = new Date(midnightMs)
    if (date.getUTCDay() === 2 && date.getUTCDate() >= 10 && date.getUTCDate() <= 20) return midnightMs - PARK_OFFSET_MS
    midnightMs += DAY_MS
  }
}

/** Milliseconds by which a test's clock is ahead of `nowMs`. Throws for an instant that is past or no instant. */
export function clockShiftMs(wanted, nowMs) {
  if (wanted === 'real') return 0
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(wanted) ?? []
  const atMs =
    hours === undefined ? Date.parse(wanted) : quietDay(nowMs) + Number(hours) * HOUR_MS + Number(minutes) * 60_000
  if (!(atMs >= nowMs)) throw new Error(`PARKSCOPE_CLOCK: "${wanted}" is not an instant to come, a time or "real"`)
  return atMs - nowMs
}

/**
 * Makes `Date` of the place where it runs go ahead by a time, once however often it is asked. Self-contained: it is
 * also sent to pages and workers.
 */
export function shiftDate(shiftMs) {
  if (globalThis.shiftedClock) return
  globalThis.shiftedClock = true
  const RealDate = Date
  const now = () => RealDate.now() + shiftMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length > 0 ? values : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Script that shifts the clock; every file of a page may begin with it, one that opens with a bracket too. */
export const shiftScript = (shiftMs) => `(${shiftDate.toString()})(${shiftMs});\n`
