/** What a row is ordered by; null stands at the end, whichever way the rest runs. */
export type SortValue = number | string | null

/** Rows in order of a value, the order of equal ones kept. `key` is a column, with a minus for the largest first. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  isDescending: boolean,
  compareText: (a: string, b: string) => number,
): Row[] {
  const keyed = rows.map((row) => ({ row, value: known(valueOf(row)) }))
  const sign = isDescending ? -1 : 1
  return keyed
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
      return sign * compareText(String(a.value), String(b.value))
    })
    .map(({ row }) => row)
}

function known(value: SortValue): SortValue {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}
