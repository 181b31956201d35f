/** What an expression of the style may read: one feature, its live state, and how near the map is. */
export interface Scope {
  zoom: number
  properties: Readonly<Record<string, unknown>>
  state: Readonly<Record<string, unknown>>
}

type Operator = (operands: readonly unknown[], scope: Scope) => unknown

/** Value between the stops around the zoom; outside them the nearest stop's. */
function interpolate([curve, , ...stops]: readonly unknown[], scope: Scope): unknown {
  const base = Array.isArray(curve) && curve[0] === 'exponential' ? Number(curve[1]) : 1
  const places = stops.flatMap((zoom, at) => (at % 2 === 0 ? [{ zoom: Number(zoom), value: stops[at + 1] }] : []))
  const above = places.findIndex(({ zoom }) => zoom >= scope.zoom)
  const [from, to] = [places[above - 1], places[above]]
  if (to === undefined) return valueOf(places.at(-1)?.value, scope)
  if (from === undefined) return valueOf(to.value, scope)
  const [way, whole] = [scope.zoom - from.zoom, to.zoom - from.zoom]
  const share = base === 1 ? way / whole : (base ** way - 1) / (base ** whole - 1)
  const [low, high] = [Number(valueOf(from.value, scope)), Number(valueOf(to.value, scope))]
  return low + (high - low) * share
}

/** Answer beside the first label that is the input, or holds it; the last operand where none is. */
function match([input, ...rest]: readonly unknown[], scope: Scope): unknown {
  const wanted = valueOf(input, scope)
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const label = rest[at]
    if (Array.isArray(label) ? label.includes(wanted) : label === wanted) return valueOf(rest[at + 1], scope)
  }
  return valueOf(rest.at(-1), scope)
}

function firstTrue(operands: readonly unknown[], scope: Scope): unknown {
  for (let at = 0; at + 1 < operands.length; at += 2)
    if (valueOf(operands[at], scope) === true) return valueOf(operands[at + 1], scope)
  return valueOf(operands.at(-1), scope)
}

const firstOf = (operands: readonly unknown[], scope: Scope, isWanted: (value: unknown) => boolean): unknown =>
  operands.map((operand) => valueOf(operand, scope)).find(isWanted) ?? null

const contains = (whole: unknown, part: unknown): boolean =>
  Array.isArray(whole) ? whole.includes(part) : typeof whole === 'string' && whole.includes(String(part))

/** The part of the style language that the ground and its marks are written in. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  literal: ([value]) => value,
  get: ([name], { properties }) => properties[String(name)] ?? null,
  'feature-state': ([name], { state }) => state[String(name)] ?? null,
  '==': ([a, b], scope) => valueOf(a, scope) === valueOf(b, scope),
  '!=': ([a, b], scope) => valueOf(a, scope) !== valueOf(b, scope),
  all: (operands, scope) => operands.every((operand) => valueOf(operand, scope) === true),
  in: ([part, whole], scope) => contains(valueOf(whole, scope), valueOf(part, scope)),
  slice: ([input, from, to], scope) => {
    const text = valueOf(input, scope)
    return typeof text === 'string' ? text.slice(Number(from), Number(to)) : null
  },
  coalesce: (operands, scope) => firstOf(operands, scope, (value) => value !== null),
  boolean: (operands, scope) => firstOf(operands, scope, (value) => typeof value === 'boolean'),
  case: firstTrue,
  match,
  interpolate,
}

/**
 * What an expression of the style comes to. A value that is no expression is its own.
 *
 * @throws Error for an operator that the ground does not use.
 */
export function valueOf(expression: unknown, scope: Scope): unknown {
  if (!Array.isArray(expression)) return expression
  const [name, ...operands]: readonly unknown[] = expression
  const operator = OPERATORS[String(name)]
  if (!operator) throw new Error(`The plan does not know the operator ${String(name)}`)
  return operator(operands, scope)
}
