import { DATA_BINDINGS } from './data-bindings.ts'
import { ENERGY_BINDINGS } from './energy-bindings.ts'
import { ENVIRONMENT_BINDINGS } from './environment-bindings.ts'
import { WASTE_BINDINGS } from './waste-bindings.ts'
import { WASTEWATER_BINDINGS } from './wastewater-bindings.ts'
import { WATER_BINDINGS } from './water-bindings.ts'
import type { Binding } from './watch-context.ts'

/** What each definition of the catalogue watches. A definition without a binding has no alarms yet. */
export const BINDINGS: Readonly<Record<string, Binding>> = {
  ...ENERGY_BINDINGS,
  ...WATER_BINDINGS,
  ...WASTEWATER_BINDINGS,
  ...WASTE_BINDINGS,
  ...ENVIRONMENT_BINDINGS,
  ...DATA_BINDINGS,
}
