import type { Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { tankVolume } from '../water/storage.ts'
import { KPI_DEFINITIONS, type Formula, type KpiDefinition, type Selector } from './kpi-definitions.data.ts'

/** Points that a selector means in this park. */
export function selectPoints(index: ParkIndex, selector: Selector): readonly Point[] {
  const ofKind = index.pointsByKind.get(selector.pointKind) ?? []
  return ofKind.filter(({ assetId }) => {
    const asset = index.assetById.get(assetId)
    return asset !== undefined && selector.assetKinds.includes(asset.kind)
  })
}

/** The parts of a formula with their selectors. */
export function partsOf(formula: Formula): Readonly<Record<string, Selector>> {
  switch (formula.type) {
    case 'sum':
    case 'min':
    case 'day-mean':
      return { inputs: formula.inputs }
    case 'power-factor':
      return {
        active: formula.active,
        reactive: formula.reactive,
        activePower: formula.activePower,
        reactivePower: formula.reactivePower,
      }
    case 'register-ratio':
      return { numerator: formula.numerator, denominator: formula.denominator }
    case 'flow-loss':
      return { supplied: formula.supplied, metered: formula.metered, levels: formula.levels }
    case 'day-emissions':
      break
  }
  return { energy: formula.energy, power: formula.power }
}

/** Volume of the tank when full, m³, of which a point is the level. */
export function tankM3(index: ParkIndex, pointId: string): number | null {
  const tank = index.assetById.get(index.pointById.get(pointId)?.assetId ?? '')
  return tank ? tankVolume(tank) : null
}

export interface KpiPoints {
  definition: KpiDefinition
  /** Point ids by part of the formula. */
  ids: Readonly<Record<string, readonly string[]>>
}

/** Points of all twelve figures. */
export function kpiPoints(index: ParkIndex): readonly KpiPoints[] {
  return KPI_DEFINITIONS.map((definition) => ({
    definition,
    ids: Object.fromEntries(
      Object.entries(partsOf(definition.formula)).map(([part, selector]) => [
        part,
        selectPoints(index, selector).map((point) => point.id),
      ]),
    ),
  }))
}

/** The loss of a day needs the tanks' levels at its start: the hour before. */
export const LOSS_HOURS = 25

export interface KpiHistoryNeeds {
  /** Last 24 h in quarters of an hour. */
  day: readonly string[]
  /** Last 24 h in hours, and the hour before. */
  loss: readonly string[]
  /** Registers at park midnight. */
  dayStart: readonly string[]
  /** Registers at the start of the month. */
  monthStart: readonly string[]
  /** Registers one week before midnight and before now, for the comparison with the same weekday. */
  energy: readonly string[]
}

function add(set: Set<string>, ...lists: readonly (readonly string[] | undefined)[]): void {
  for (const list of lists) for (const id of list ?? []) set.add(id)
}

/** Which points each history request needs, without repeats. */
export function historyNeeds(figures: readonly KpiPoints[]): KpiHistoryNeeds {
  const sets = {
    day: new Set<string>(),
    loss: new Set<string>(),
    dayStart: new Set<string>(),
    monthStart: new Set<string>(),
    energy: new Set<string>(),
  }
  for (const { definition, ids } of figures) {
    const { formula } = definition
    switch (formula.type) {
      case 'sum':
      case 'min':
      case 'day-mean':
        add(sets.day, ids['inputs'])
        break
      case 'power-factor':
        add(sets.day, ids['activePower'], ids['reactivePower'])
        add(sets.monthStart, ids['active'], ids['reactive'])
        break
      case 'register-ratio':
        add(sets.day, ids['numerator'], ids['denominator'])
        add(formula.since === 'day' ? sets.dayStart : sets.monthStart, ids['numerator'], ids['denominator'])
        break
      case 'flow-loss':
        add(sets.loss, ids['supplied'], ids['metered'], ids['levels'])
        break
      case 'day-emissions':
        add(sets.day, ids['power'])
        add(sets.dayStart, ids['energy'])
        add(sets.energy, ids['energy'])
        break
    }
  }
  return {
    day: [...sets.day],
    loss: [...sets.loss],
    dayStart: [...sets.dayStart],
    monthStart: [...sets.monthStart],
    energy: [...sets.energy],
  }
}
