/** Rules that a row can break. Each is a key of the texts. */
export const FAULT_RULES = [
  'missing',
  'wrong-type',
  'not-a-choice',
  'unknown-field',
  'unknown-tenant',
  'negative',
  'over-100',
  'in-the-future',
  'formula-text',
  'ends-before-start',
  'saving-without-baseline',
  'saving-over-baseline',
  'part-over-whole',
  'id-exists',
  'id-repeated',
  'columns-shifted',
] as const
export type FaultRule = (typeof FAULT_RULES)[number]

/** What is wrong with a row, and in which field; null where it is the row as a whole. */
export interface Fault {
  field: string | null
  rule: FaultRule
  /** Plain words for logs and problem documents; the screen words the rule. */
  detail: string
}

export function fault(field: string | null, rule: FaultRule, detail: string): Fault {
  return { field, rule, detail }
}
