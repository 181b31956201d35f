import { configureGlobal } from 'fast-check'

// A law that one case in two thousand breaks holds in most runs of a hundred cases. `npm run laws` tries this many.
configureGlobal({ numRuns: 20_000 })
