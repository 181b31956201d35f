/**
 * Figures that a caption may name, each with the unit and the decimals in which it is told. Numbers of a park are
 * worked out when they are shown; what has no number reads "not enough data".
 */
export const TOUR_FIGURES = {
  area_ha: { unit: 'har', decimals: 0 },
  tenants: { unit: '1', decimals: 0 },
  plots: { unit: '1', decimals: 0 },
  let_share: { unit: '%', decimals: 0 },
  free_plots: { unit: '1', decimals: 0 },
  free_ha: { unit: 'har', decimals: 1 },
  power_mw: { unit: 'MW', decimals: 1 },
  /** Highest 15-minute mean of the grid import of the last 24 h. */
  peak_mw: { unit: 'MW', decimals: 1 },
  contracted_mw: { unit: 'MW', decimals: 0 },
  solar_mw: { unit: 'MW', decimals: 1 },
  /** Rooftop solar over solar and grid import, last 24 h. */
  solar_share: { unit: '%', decimals: 1 },
  water_m3h: { unit: 'm3/h', decimals: 0 },
  water_loss: { unit: '%', decimals: 1 },
  wastewater_m3h: { unit: 'm3/h', decimals: 0 },
  cod_mgl: { unit: 'mg/L', decimals: 1 },
  /** Limit of the permit that `cod_mgl` is held against. */
  cod_limit: { unit: 'mg/L', decimals: 1 },
  reuse_share: { unit: '%', decimals: 1 },
  /** Treated water that was used again in the last 24 h. */
  reuse_m3: { unit: 'm3', decimals: 0 },
  diversion_share: { unit: '%', decimals: 1 },
  emissions_t: { unit: 't{CO2e}', decimals: 0 },
  /** By-product exchanges that run, and what they move. */
  exchanges: { unit: '1', decimals: 0 },
  exchange_t_month: { unit: 't', decimals: 0 },
  /** Firms with a cleaner-production measure that is carried out. */
  recp_firms: { unit: '1', decimals: 0 },
  /** Criteria of Article 37 of Decree 35/2022: met, in all, and still to be met or shown. */
  criteria_met: { unit: '1', decimals: 0 },
  criteria_all: { unit: '1', decimals: 0 },
  criteria_open: { unit: '1', decimals: 0 },
} as const satisfies Record<string, { unit: string; decimals: number }>

export type TourFigure = keyof typeof TOUR_FIGURES
