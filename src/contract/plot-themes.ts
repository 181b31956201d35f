/** What the plots of the map may be coloured by: in an address, in a step of a tour, on the map itself. */
export const PLOT_THEMES = [
  'exceptions',
  'status',
  'power-density',
  'energy-baseline',
  'water-intensity',
  'district-loss',
  'container-fill',
  'headroom',
  'certificates',
  'recp',
  'land-use',
] as const
export type PlotTheme = (typeof PLOT_THEMES)[number]
