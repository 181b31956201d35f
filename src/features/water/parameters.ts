import type { PointKind } from '../../contract/point-kinds.ts'

/** What an outfall is judged by, in the order of the law's annex: parameter of the limit sets and kind of point. */
export const PARAMETERS = [
  { id: 'cod', kind: 'cod' },
  { id: 'tss', kind: 'tss' },
  { id: 'nh4n', kind: 'ammonium' },
  { id: 'ph', kind: 'ph' },
  { id: 'temp', kind: 'temperature' },
] as const satisfies readonly { id: string; kind: PointKind }[]

export type Parameter = (typeof PARAMETERS)[number]

/** The parameter that the URL names, or the first. */
export function parameterOf(id: string | null): Parameter {
  return PARAMETERS.find((known) => known.id === id) ?? PARAMETERS[0]
}
