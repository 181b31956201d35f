import { z } from 'zod'
import { toursFileSchema, type Tour } from '../../contract/tours.ts'

export const TOUR_FAULT_REASONS = [
  'json',
  'missing',
  'empty',
  'too-long',
  'out-of-range',
  'unknown-value',
  'unknown-field',
  'malformed',
  'no-such-figure',
  'lone-brace',
  'other-figures',
  'repeated',
] as const
export type TourFaultReason = (typeof TOUR_FAULT_REASONS)[number]

/** What is wrong in a file of tours: which step, which field, why. */
export interface TourFault {
  /** From 1, as people count; null for what belongs to the tour or the file. */
  step: number | null
  /** Field by its name in the file; empty for the file as a whole. */
  field: string
  reason: TourFaultReason
  /** Limit, value or name that the reason speaks of; empty for none. */
  detail: string
}

export type ReadTours = { ok: true; tours: Tour[] } | { ok: false; faults: TourFault[] }

const MOST_FAULTS = 50
const ownSchema = z.object({ reason: z.enum(TOUR_FAULT_REASONS), detail: z.string() })

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return value
}

function reasonOf(issue: z.core.$ZodIssue, data: unknown): Pick<TourFault, 'reason' | 'detail'> {
  if (issue.code === 'custom') {
    const own = ownSchema.safeParse(issue.params)
    if (own.success) return own.data
  }
  const value = valueAt(data, issue.path)
  if (value === undefined) return { reason: 'missing', detail: '' }
  if (issue.code === 'too_small') {
    return issue.origin === 'number'
      ? { reason: 'out-of-range', detail: `≥ ${issue.minimum}` }
      : { reason: 'empty', detail: '' }
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'number'
      ? { reason: 'out-of-range', detail: `≤ ${issue.maximum}` }
      : { reason: 'too-long', detail: String(issue.maximum) }
  }
  if (issue.code === 'invalid_value') return { reason: 'unknown-value', detail: JSON.stringify(value) }
  if (issue.code === 'unrecognized_keys') return { reason: 'unknown-field', detail: issue.keys.join(', ') }
  if (issue.code === 'invalid_key') return { reason: 'unknown-field', detail: String(issue.path.at(-1) ?? '') }
  return { reason: 'malformed', detail: '' }
}

/**
 * Reads a file of tours that somebody wrote, and names every step and field that does not hold. Unit: none. Never
 * throws: a text that is no JSON is a fault of the file. Source: contract/tours.ts.
 */
export function readTours(text: string): ReadTours {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { ok: false, faults: [{ step: null, field: '', reason: 'json', detail: '' }] }
  }
  const parsed = toursFileSchema.safeParse(data)
  if (parsed.success) return { ok: true, tours: parsed.data.tours }
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).map((issue): TourFault => {
    const { path } = issue
    const at = path.indexOf('steps')
    const step = at < 0 ? undefined : path[at + 1]
    const inside = typeof step === 'number' ? path.slice(at + 2) : path
    const { reason, detail } = reasonOf(issue, data)
    return {
      step: typeof step === 'number' ? step + 1 : null,
      field: inside.map(String).join('.'),
      reason,
      detail,
    }
  })
  return { ok: false, faults }
}
