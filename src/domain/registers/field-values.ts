import type { FieldInfo } from '../../contract/register-fields.ts'
import { isFormulaText } from '../../lib/csv.ts'
import { fault, type Fault } from './faults.ts'

/** What a row is judged against: the park's tenants and its clock. */
export interface RowContext {
  tenantIds: ReadonlySet<string>
  /** Today in the park's zone, `YYYY-MM-DD`. */
  today: string
  nowMs: number
}

type Checked = { value: unknown; fault: null } | { value: null; fault: Fault }

const good = (value: unknown): Checked => ({ value, fault: null })
const bad = (found: Fault): Checked => ({ value: null, fault: found })
const ROW_ID = /^[a-z0-9][a-z0-9.-]{0,79}$/i
const LONGEST_TEXT = 400
const FORMULA = 'text that a spreadsheet would run as a formula'

function checkNumber(field: string, info: FieldInfo, input: unknown): Checked {
  if (typeof input !== 'number' || !Number.isFinite(input)) return bad(fault(field, 'wrong-type', 'not a number'))
  if (info.type === 'whole' && !Number.isSafeInteger(input)) {
    return bad(fault(field, 'wrong-type', `${input} is not a whole number`))
  }
  if (info.notNegative && input < 0) return bad(fault(field, 'negative', `${input} is below zero`))
  if (info.percent && input > 100) return bad(fault(field, 'over-100', `${input} % is over 100 %`))
  return good(input)
}

/** Whether a text is a day of the calendar: 30 February is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

function checkDay(field: string, info: FieldInfo, input: string, { today }: RowContext): Checked {
  if (!isCalendarDay(input)) return bad(fault(field, 'wrong-type', `"${input}" is no date`))
  if (info.past && input > today) return bad(fault(field, 'in-the-future', `${input} is after ${today}`))
  return good(input)
}

function checkInstant(field: string, info: FieldInfo, input: string, { nowMs }: RowContext): Checked {
  const ms = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(input) ? Date.parse(input) : Number.NaN
  if (Number.isNaN(ms)) return bad(fault(field, 'wrong-type', `"${input}" is no instant in UTC`))
  if (info.past && ms > nowMs) return bad(fault(field, 'in-the-future', `${input} has not come yet`))
  return good(input)
}

function checkText(field: string, input: string): Checked {
  if (isFormulaText(input)) return bad(fault(field, 'formula-text', FORMULA))
  if (input.length > LONGEST_TEXT) return bad(fault(field, 'wrong-type', `longer than ${LONGEST_TEXT} characters`))
  return good(input)
}

function checkList(field: string, input: unknown): Checked {
  if (!Array.isArray(input)) return bad(fault(field, 'wrong-type', 'not a list'))
  for (const part of input) {
    if (typeof part !== 'string' || part === '') return bad(fault(field, 'wrong-type', 'a list holds texts'))
    const checked = checkText(field, part)
    if (checked.fault !== null) return checked
  }
  return good(input)
}

function checkWord(field: string, info: FieldInfo, input: string, context: RowContext): Checked {
  if (info.type === 'date') return checkDay(field, info, input, context)
  if (info.type === 'instant') return checkInstant(field, info, input, context)
  if (info.type === 'choice') {
    return info.options?.includes(input) === true
      ? good(input)
      : bad(fault(field, 'not-a-choice', `"${input}" is not one of ${(info.options ?? []).join(', ')}`))
  }
  if (info.type === 'tenant') {
    return context.tenantIds.has(input)
      ? good(input)
      : bad(fault(field, 'unknown-tenant', `"${input}" is no tenant of this park`))
  }
  if (info.type === 'row-id') {
    return ROW_ID.test(input) ? good(input.toLowerCase()) : bad(fault(field, 'wrong-type', `"${input}" is no id`))
  }
  return checkText(field, input)
}

/**
 * One field of a row against what its schema says about it: the value as it is kept, or the rule that it breaks.
 * Nothing is mended or guessed, only an empty optional field becomes null (an empty list: none).
 */
export function checkField(field: string, info: FieldInfo, input: unknown, context: RowContext): Checked {
  if (input === undefined || input === null || input === '') {
    if (info.required) return bad(fault(field, 'missing', 'no value'))
    return good(info.type === 'list' ? [] : null)
  }
  // Whatever the field takes: what a sheet works out is not what somebody entered.
  if (typeof input === 'string' && input.trimStart().startsWith('=')) return bad(fault(field, 'formula-text', FORMULA))
  if (info.type === 'number' || info.type === 'whole') return checkNumber(field, info, input)
  if (info.type === 'list') return checkList(field, input)
  if (info.type === 'yes-no') {
    return typeof input === 'boolean' ? good(input) : bad(fault(field, 'wrong-type', 'neither yes nor no'))
  }
  if (typeof input !== 'string') return bad(fault(field, 'wrong-type', 'not a text'))
  return checkWord(field, info, input.trim(), context)
}
