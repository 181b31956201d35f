import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { SortValue } from '../lib/sort-rows.ts'
import { cx } from './cx.ts'
import styles from './list-grid.module.css'
import { useRowsInSight } from './use-rows-in-sight.ts'

/** One column of a dense list. */
export interface ListColumn<Row> {
  id: string
  label: string
  /** Unit symbol, under the label. */
  unit?: string | undefined
  /** Width in rem; the column with `grow` takes what is left and at least this. */
  rem: number
  grow?: boolean
  isNumber?: boolean
  /** Columns leave a narrow list in this order, the highest first; absent: never. */
  drop?: number
  /** Absent: the column cannot be sorted by. */
  sortOf?: (row: Row) => SortValue
  cell: (row: Row) => ReactNode
}

export interface ListGridProps<Row> {
  label: string
  columns: readonly ListColumn<Row>[]
  /** In the order in which they are shown. Those out of sight of a long list are not drawn. */
  rows: readonly Row[]
  keyOf: (row: Row) => string
  selected: string | null
  onOpen: (row: Row) => void
  /** Column, with a minus in front where the largest comes first. */
  sort: string | null
  onSort: (sort: string) => void
}

const GAP_REM = 0.75
/** What a row keeps free at its ends beyond a gap. */
const EDGE_REM = 1.75
const ROW_REM = 2

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

/** Inner width in rem and height in pixels, null until they are known. */
function useInnerSize(ref: RefObject<HTMLElement | null>) {
  const [widthRem, setWidthRem] = useState<number | null>(null)
  const [heightPx, setHeightPx] = useState<number | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => {
      setWidthRem(Math.floor((element.clientWidth / rootPx()) * 4) / 4)
      setHeightPx(element.clientHeight)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return { widthRem, heightPx }
}

function neededRem<Row>(columns: readonly ListColumn<Row>[]): number {
  return columns.reduce((sum, { rem }) => sum + rem + GAP_REM, GAP_REM)
}

/** The columns that fit, those that may leave first left out first. */
export function fittingColumns<Row>(columns: readonly ListColumn<Row>[], widthRem: number | null): ListColumn<Row>[] {
  let shown = [...columns]
  if (widthRem === null || widthRem === 0) return shown
  while (neededRem(shown) > widthRem) {
    const next = shown.reduce<ListColumn<Row> | null>(
      (worst, column) => (column.drop !== undefined && column.drop > (worst?.drop ?? -1) ? column : worst),
      null,
    )
    if (next === null) break
    shown = shown.filter((column) => column !== next)
  }
  return shown
}

function nextSort<Row>(column: ListColumn<Row>, sort: string | null): string {
  if (sort === column.id) return `-${column.id}`
  if (sort === `-${column.id}`) return column.id
  return column.isNumber ? `-${column.id}` : column.id
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  column: ListColumn<Row>
  sort: string | null
  onSort: (sort: string) => void
}) {
  const isUp = sort === column.id
  const isDown = sort === `-${column.id}`
  const text = (
    <>
      <span className={styles.label}>{column.label}</span>
      {column.unit ? <span className={styles.unit}>{column.unit}</span> : null}
    </>
  )
  return (
    <th
      scope="col"
      className={cx(styles.head, column.isNumber && styles.number)}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      {column.sortOf ? (
        <button type="button" className={styles.sort} onClick={() => onSort(nextSort(column, sort))}>
          {isUp || isDown ? (
            <span className={styles.arrow} aria-hidden="true">
              {isUp ? <ArrowUp size="0.75rem" /> : <ArrowDown size="0.75rem" />}
            </span>
          ) : null}
          {text}
        </button>
      ) : (
        text
      )}
    </th>
  )
}

interface RowProps<Row> {
  row: Row
  columns: readonly ListColumn<Row>[]
  at: number
  isSelected: boolean
  isStop: boolean
  onOpen: (row: Row) => void
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void
  topPx: number | null
}

function RowLine<Row>({ row, columns, at, isSelected, isStop, onOpen, onKeyDown, topPx }: RowProps<Row>) {
  return (
    // Keys are handled by the grid, which knows the neighbours.
    <tr
      className={cx(styles.row, topPx !== null && styles.floating)}
      style={topPx === null ? undefined : { transform: `translateY(${topPx}px)` }}
      aria-rowindex={at + 2}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      data-row={at}
      data-inset-focus=""
      onClick={() => onOpen(row)}
      onKeyDown={onKeyDown}
    >
      {columns.map((column) => (
        <td key={column.id} className={cx(styles.cell, column.isNumber && styles.number)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** A dense list with sortable heads. Arrows walk the rows, Enter opens one; long lists draw only what is in sight. */
export function ListGrid<Row>({ label, columns, rows, keyOf, selected, onOpen, sort, onSort }: ListGridProps<Row>) {
  const boxRef = useRef<HTMLDivElement>(null)
  const { widthRem, heightPx } = useInnerSize(boxRef)
  const shown = fittingColumns(columns, widthRem)
  const selectedAt = rows.findIndex((row) => keyOf(row) === selected)
  const [focusAt, setFocusAt] = useState(0)
  const stop = Math.min(Math.max(0, focusAt), Math.max(0, rows.length - 1))
  const rowPx = ROW_REM * rootPx()
  const { isWindow, firstAt, endAt, onScroll } = useRowsInSight(rows.length, rowPx, heightPx)
  const bring = useCallback((at: number): void => {
    const box = boxRef.current
    const row = box?.querySelector(`[data-row="${at}"]`)
    if (row) row.scrollIntoView?.({ block: 'nearest' })
    else if (box) box.scrollTop = Math.max(0, at * ROW_REM * rootPx() - box.clientHeight / 2)
  }, [])

  // What the link or the palette selected is brought into sight once, not again when the order changes.
  const isFound = selectedAt >= 0
  const [walkedTo, setWalkedTo] = useState<string | null>(null)
  if (isFound && walkedTo !== selected) {
    setWalkedTo(selected)
    setFocusAt(selectedAt)
  }
  const atRef = useRef(selectedAt)
  useEffect(() => {
    atRef.current = selectedAt
  }, [selectedAt])
  useEffect(() => {
    if (selected === null || !isFound) return
    bring(atRef.current)
  }, [selected, isFound, bring])

  const goTo = (at: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, at))
    setFocusAt(next)
    if (next < firstAt || next >= endAt) bring(next)
    requestAnimationFrame(() => boxRef.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    // Keys of what stands inside a row are its own.
    if (event.target !== event.currentTarget) return
    const at = Number(event.currentTarget.dataset['row'])
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }
    const row = rows[at]
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onOpen(row)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(rows.length - 1)
    else if (steps[event.key] !== undefined) goTo(at + (steps[event.key] ?? 0))
    else return
    event.preventDefault()
  }
  const template = shown.map(({ rem, grow }) => (grow ? `minmax(${rem}rem, 1fr)` : `${rem}rem`)).join(' ')
  // The row that the keyboard is on stays, in sight or not: without it the list could not be entered again.
  const drawn = rows.flatMap((row, at) => ((at >= firstAt && at < endAt) || at === stop ? { row, at } : []))
  const rowOf = (row: Row, at: number): ReactNode => {
    const key = keyOf(row)
    return (
      <RowLine
        key={key}
        row={row}
        columns={shown}
        at={at}
        isSelected={key === selected}
        isStop={at === stop}
        onOpen={onOpen}
        onKeyDown={onKeyDown}
        topPx={isWindow ? at * rowPx : null}
      />
    )
  }
  return (
    <div ref={boxRef} className={styles.box} onScroll={(event) => onScroll(event.currentTarget.scrollTop)}>
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={styles.grid}
        style={{ '--columns': template, '--least': `${neededRem(shown) + EDGE_REM}rem` } as Record<string, string>}
      >
        <thead>
          <tr aria-rowindex={1} className={cx(styles.row, styles.heads)}>
            {shown.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody style={isWindow ? { height: `${rows.length * rowPx}px`, position: 'relative' } : undefined}>
          {drawn.map(({ row, at }) => rowOf(row, at))}
        </tbody>
      </table>
    </div>
  )
}
