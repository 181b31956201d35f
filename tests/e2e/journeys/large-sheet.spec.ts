import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { sheetHead, sheetRow } from '../../../src/domain/registers/sheet.ts'
import { csvText } from '../../../src/lib/csv.ts'
import { readXlsx } from '../../../src/lib/xlsx-read.ts'

const ROWS = 8000
const PATIENCE = { timeout: 60_000 }

/** Lots that nobody has taken yet, one like the other. */
function sheetOfLots(): string {
  const lots = Array.from({ length: ROWS }, (_, k) =>
    sheetRow('waste-lots', {
      id: `sheet-${k}`,
      stream: 'ordinary-industrial',
      code: '12 01 03',
      massT: 1 + (k % 90) / 10,
      generatedOn: '2026-11-02',
      route: 'recycled',
    }),
  )
  return csvText([sheetHead('waste-lots'), ...lots])
}

test('a register of thousands of rows comes in, goes out as XLSX and comes in again', async ({ page }) => {
  await page.goto('./#/bau-bang/scorecard?lang=en&tab=registers&item=waste-lots')
  await page.getByRole('contentinfo').getByRole('combobox').first().selectOption('manager', PATIENCE)
  const dialog = page.getByRole('dialog', { name: 'Import' })
  const take = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await page.getByRole('button', { name: 'Import' }).click()
    await dialog.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })
    await dialog.locator('button[type="submit"]').click(PATIENCE)
  }
  await take('lots.csv', 'text/csv', Buffer.from(sheetOfLots()))
  await expect(dialog.locator('[aria-live]')).toContainText('8,000 of 8,000 rows taken', PATIENCE)
  await dialog.getByRole('button', { name: 'Close' }).click()

  const file = page.waitForEvent('download', PATIENCE)
  await page.getByRole('button', { name: 'XLSX' }).click()
  const bytes = await readFile(await (await file).path())
  const cells = await readXlsx(new Blob([bytes]))
  expect(cells.length).toBeGreaterThan(ROWS)
  expect(cells.some(({ cells: [id] }) => id === 'sheet-7999')).toBe(true)

  // The same rows once more: all are read, and none is taken over what is there without a word.
  await take('lots.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes)
  await expect(dialog.locator('[aria-live]')).toContainText(/of 8,\d\d\d rows taken/, PATIENCE)
})
