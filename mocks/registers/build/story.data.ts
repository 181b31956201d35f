/** What a park's demo registers tell. Every row is invented and marked simulated. */
export interface Story {
  seed: number
  /** Firms with at least one RECP solution whose saving was measured. */
  recpFirms: number
  /** Firms with a solution that is implemented, but without a meter that shows it. */
  unmeasuredFirms: number
  isoShare: number
  /** Share of firms whose record was checked with the authorities in the last year. */
  legalChecked: number
  unmonitoredStreams: readonly string[]
  openViolation: boolean
  exchanges: number
  /** Age of the oldest hazardous lot in store, days. */
  oldestLotDays: number
  /** Age of the oldest manifest whose last copy is missing, days: an ordinary day has none that is late. */
  oldestManifestDays: number
  homes: number | null
  landfillShare: number
  /** Green and traffic land as shares of the area, as drawn on the schematic plan; null: the park published its own. */
  drawnLand: { green: number; traffic: number } | null
  occupancy: number
  /** Renewable share of the energy used: target of this year and of the year four years on. */
  renewableTarget: readonly [number, number]
  /** Programme that the path began with: target two years ago, and what it is called. Null: the path begins now. */
  programme: { from: number; basis: string } | null
}

export const STORIES: Readonly<Record<string, Story>> = {
  'bau-bang': {
    seed: 61,
    recpFirms: 17,
    unmeasuredFirms: 4,
    isoShare: 0.46,
    legalChecked: 0.84,
    unmonitoredStreams: ['stream-chemicals'],
    openViolation: false,
    exchanges: 5,
    oldestLotDays: 322,
    oldestManifestDays: 124,
    homes: 8500,
    landfillShare: 0.28,
    drawnLand: { green: 0.106, traffic: 0.115 },
    occupancy: 0.82,
    renewableTarget: [5, 14],
    programme: null,
  },
  'long-duc': {
    seed: 62,
    recpFirms: 19,
    unmeasuredFirms: 2,
    isoShare: 0.58,
    legalChecked: 1,
    unmonitoredStreams: [],
    openViolation: false,
    exchanges: 4,
    oldestLotDays: 210,
    oldestManifestDays: 95,
    homes: null,
    landfillShare: 0.22,
    drawnLand: null,
    occupancy: 1,
    renewableTarget: [12, 25],
    programme: { from: 5, basis: 'Kobe – Đồng Nai programme 2024–2026; yearly figures simulated' },
  },
  'phu-my-3': {
    seed: 63,
    recpFirms: 9,
    unmeasuredFirms: 5,
    isoShare: 0.5,
    legalChecked: 0.9,
    unmonitoredStreams: ['stream-scrap'],
    openViolation: true,
    exchanges: 6,
    oldestLotDays: 304,
    oldestManifestDays: 120,
    homes: 10_000,
    landfillShare: 0.34,
    drawnLand: { green: 0.103, traffic: 0.097 },
    occupancy: 0.8,
    renewableTarget: [3, 10],
    programme: null,
  },
  'amata-bien-hoa': {
    seed: 64,
    recpFirms: 27,
    unmeasuredFirms: 6,
    isoShare: 0.62,
    legalChecked: 1,
    unmonitoredStreams: [],
    openViolation: false,
    exchanges: 8,
    oldestLotDays: 188,
    oldestManifestDays: 94,
    homes: 1200,
    landfillShare: 0.19,
    drawnLand: null,
    occupancy: 1,
    renewableTarget: [4, 12],
    programme: null,
  },
}
