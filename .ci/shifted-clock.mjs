import { shiftDate } from './test-clock.mjs'

// node --import: shifts the clock of a server, or of the tests themselves, as that of the pages is shifted.
const shiftMs = Number(process.env['PARKSCOPE_CLOCK_SHIFT_MS'] ?? 0)
if (shiftMs > 0) shiftDate(shiftMs)
