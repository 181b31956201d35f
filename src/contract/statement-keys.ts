/** Yearly statements about the park as a whole that no meter and no other register gives. */
export const STATEMENT_KEYS = [
  // Basic services of Article 37.1b, in operation or not.
  'service-power',
  'service-water',
  'service-telecom',
  'service-fire',
  'service-wastewater',
  'service-other',
  'service-symbiosis-support',
  // Streams of Article 37.1c whose inputs and outputs are monitored.
  'stream-raw-material',
  'stream-material',
  'stream-water',
  'stream-energy',
  'stream-chemicals',
  'stream-waste',
  'stream-scrap',
  // The developer's record with the authorities was checked on this day.
  'legal-check-developer',
  // Evidence of housing and amenities, Article 37.3b.
  'housing-solution',
  'workers-housed',
  // Planned land, hectares.
  'land-total',
  'land-green',
  'land-traffic',
  'land-technical',
  'land-social',
  'open-space',
  'native-area',
  'leasable-area',
  'leased-area',
  // Energy and water that no meter of the park sees.
  'declared-fuel-energy',
  'direct-contract-energy',
  'national-renewable-share',
  'water-demand-assessed',
  // Park entity's procurement.
  'procurement-total',
  'procurement-local',
] as const
export type StatementKey = (typeof STATEMENT_KEYS)[number]
