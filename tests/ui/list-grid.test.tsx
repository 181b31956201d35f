import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ListGrid, type ListColumn } from '../../src/ui/list-grid.tsx'

afterEach(cleanup)

const COLUMNS: readonly ListColumn<string>[] = [{ id: 'name', label: 'Name', rem: 8, cell: (row) => row }]
const ROWS = Array.from({ length: 500 }, (_, k) => `row ${k}`)

function show(rows: readonly string[], selected: string | null = null) {
  render(
    <ListGrid
      label="Rows"
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => row}
      selected={selected}
      onOpen={() => {}}
      sort={null}
      onSort={() => {}}
    />,
  )
  const table = screen.getByRole('table', { name: 'Rows' })
  return { table, drawn: () => within(table).getAllByRole('row').length - 1 }
}

it('draws a short list whole and of a long one what is in sight, and says how many rows there are', () => {
  expect(show(ROWS.slice(0, 40)).drawn()).toBe(40)
  cleanup()
  const { table, drawn } = show(ROWS)
  expect(drawn()).toBeLessThan(100)
  expect(table).toHaveAttribute('aria-rowcount', '501')
})

it('draws every row while the page is printed, and few again afterwards', () => {
  const { drawn } = show(ROWS)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(drawn()).toBe(500)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(drawn()).toBeLessThan(100)
})

it('is whole for paper at once, before the browser lays the page out', () => {
  const { drawn } = show(ROWS)
  // Not within act: what the browser prints is what stands in the page when its event is over.
  window.dispatchEvent(new Event('beforeprint'))
  expect(drawn()).toBe(500)
})

it('scrolls to the last row when the End key asks for it', async () => {
  const { table } = show(ROWS)
  const first = within(table).getByText('row 0').closest('tr')
  act(() => first?.focus())
  await userEvent.keyboard('{End}')
  expect(table.parentElement?.scrollTop).toBeGreaterThan(400 * 32)
  act(() => void table.parentElement?.dispatchEvent(new Event('scroll')))
  expect(within(table).getByText('row 499')).toBeInTheDocument()
  expect(within(table).queryByText('row 0')).toBeNull()
})

it('keeps the row that the keyboard is on, so that the list can be entered again after it was scrolled', () => {
  const { table } = show(ROWS)
  const box = table.parentElement
  const first = within(table).getByText('row 0').closest('tr')
  act(() => first?.focus())
  if (box) box.scrollTop = 300 * 32
  act(() => void box?.dispatchEvent(new Event('scroll')))
  expect(within(table).getByText('row 300')).toBeInTheDocument()
  expect(document.activeElement).toBe(first)
  expect(table.querySelectorAll('tbody tr[tabindex="0"]')).toHaveLength(1)
})
