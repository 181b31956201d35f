import type { DailyChange, DailyException, DailyReport, DailyRow } from '../../contract/daily.ts'

const ROW_FIELDS = ['value', 'target', 'dayBefore', 'sameWeekday', 'coverage', 'unit', 'note'] as const

/**
 * What changed between two revisions of a day: every figure of every line, lines that came or went, coverage,
 * exceptions and decisions. Equal reports have no difference. Courses of 30 days are left aside: their last
 * value is the line's own.
 */
export function diffReports(before: DailyReport, after: DailyReport): DailyChange[] {
  const changes: DailyChange[] = []
  const old = new Map(before.rows.map((row) => [row.key, row]))
  for (const row of after.rows) {
    const was = old.get(row.key)
    old.delete(row.key)
    changes.push(...(was === undefined ? [lineCame(row)] : rowChanges(was, row)))
  }
  for (const gone of old.values()) {
    changes.push({ rowKey: gone.key, field: 'value', before: gone.value, after: null })
  }
  for (const field of ['coverage', 'pointsGood', 'pointsTotal'] as const) {
    if (before[field] !== after[field]) {
      changes.push({ rowKey: null, field, before: before[field], after: after[field] })
    }
  }
  const lists = [
    ['exceptions', before.exceptions.map(exceptionId), after.exceptions.map(exceptionId)],
    ['decisions', before.decisions.map(({ text }) => text), after.decisions.map(({ text }) => text)],
  ] as const
  for (const [field, was, is] of lists) {
    for (const text of was) if (!is.includes(text)) changes.push({ rowKey: null, field, before: text, after: null })
    for (const text of is) if (!was.includes(text)) changes.push({ rowKey: null, field, before: null, after: text })
  }
  return changes
}

function lineCame(row: DailyRow): DailyChange {
  return { rowKey: row.key, field: 'value', before: null, after: row.value }
}

function rowChanges(was: DailyRow, is: DailyRow): DailyChange[] {
  return ROW_FIELDS.flatMap((field) =>
    was[field] === is[field] ? [] : [{ rowKey: is.key, field, before: was[field], after: is[field] }],
  )
}

/** What a change calls an exception: the screen finds the words for it. How often it came is no name. */
export function exceptionId({ at, key, params }: DailyException): string {
  const { times: _times, ...named } = params
  return [at, key, ...Object.values(named)].join(' ')
}
