import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import readExcelFile from 'read-excel-file/universal'
import { expect, vi } from 'vitest'

export interface Sheet {
  name: string
  rows: unknown[][]
}

/** Clicks the XLSX button inside an element and opens the file that comes of it. */
export async function exportedSheet(host: Element, timeoutMs = 60_000): Promise<Sheet> {
  // jsdom has neither.
  Object.assign(URL, { createObjectURL: () => '', revokeObjectURL: () => {} })
  const button = await waitFor(
    () => {
      const found = [...host.querySelectorAll<HTMLButtonElement>('button')].find((one) => one.textContent === 'XLSX')
      if (!found || found.disabled) throw new Error('nothing to export yet')
      return found
    },
    { timeout: timeoutMs },
  )
  const files: Blob[] = []
  const names: string[] = []
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) files.push(blob)
    return 'blob:test'
  })
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  await userEvent.click(button)
  const file = await waitFor(
    () => {
      const [first] = files
      if (!first) throw new Error('no file yet')
      return first
    },
    { timeout: timeoutMs },
  )
  made.mockRestore()
  clicked.mockRestore()
  const [sheet] = await readExcelFile(file)
  return { name: names[0] ?? '', rows: sheet?.data ?? [] }
}

/** What every export says about itself, and that none of its numbers is not one. */
export function expectWhole(
  { rows }: Sheet,
  about: { title: string; unit?: string; column: string; least: number },
): void {
  const at = rows.findIndex((row) => row.includes(about.column))
  expect(at, `a column ${about.column}`).toBeGreaterThan(0)
  const head = rows.slice(0, at).map((row) => row[0])
  expect(head[0]).toContain(about.title)
  if (about.unit !== undefined) expect(head[1]).toBe(about.unit)
  expect(head.some((line) => /^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00 – 2026-/.test(String(line)))).toBe(true)
  expect(head).toContain('Asia/Ho_Chi_Minh (UTC+7)')
  expect(head).toContain('Simulated data')
  expect(rows.length - at - 1).toBeGreaterThanOrEqual(about.least)
  const numbers = rows.flat().filter((cell) => typeof cell === 'number')
  expect(numbers.every(Number.isFinite)).toBe(true)
}
