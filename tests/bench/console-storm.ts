import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { type JournalEntry, journalEntrySchema } from '../../src/contract/alarms.ts'
import { openPage, pause } from './browser.ts'
import { startServer } from './builds.ts'
import { observe } from './console-page.ts'
import { startSite } from './site.ts'

const PORT = 4393
/** Until the page is open and quiet; the storm begins then. */
const HEAD_START_S = 75
const LIST = 'table[aria-label="Alarms"]'

export const JOURNAL_LINES = 100_000
export const STORM_ALARMS = 2000
export const STORM_MS = 60_000

/** What an operator does in a storm: looks through the list, opens alarms, filters, reads the journal. */
export async function workFor(page: Page, ms: number): Promise<void> {
  const endMs = Date.now() + ms
  const list = page.locator(LIST)
  for (let round = 0; Date.now() < endMs; round++) {
    await list
      .locator('tr')
      .nth(round % 4)
      .click({ position: { x: 300, y: 12 } })
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'PageDown', 'End', 'Home']) {
      await page.keyboard.press(key)
      await pause(150)
    }
    const find = page
      .getByRole('searchbox', { name: 'Find', exact: true })
      .or(page.locator('input[type="search"]'))
      .last()
    await find.click()
    await page.keyboard.type('pre', { delay: 120 })
    await pause(200)
    for (let k = 0; k < 3; k++) await page.keyboard.press('Backspace')
    if (round % 3 !== 2) continue
    await page.getByRole('button', { name: /Whole journal/ }).click()
    await page.mouse.move(600, 600)
    for (let k = 0; k < 6; k++) {
      await page.mouse.wheel(0, 1500)
      await pause(120)
    }
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await list.waitFor()
  }
}

const pageSchema = z.object({ items: z.array(journalEntrySchema), nextCursor: z.string().nullable() })

/** The newest lines of the server's journal, in rising order. */
export async function newestLines(origin: string, count: number): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  let cursor = ''
  while (entries.length < count) {
    const answer = await fetch(`${origin}/api/v1/parks/bau-bang/alarm-journal?limit=1000${cursor}`)
    const { items, nextCursor } = pageSchema.parse(await answer.json())
    entries.push(...items)
    if (nextCursor === null) break
    cursor = `&cursor=${nextCursor}`
  }
  return entries.toReversed()
}

/** The alarm screen just after a storm began over it. */
export interface Storm {
  page: Page
  origin: string
  /** Number of the newest line of the journal before the storm, and when the page was ready for it. */
  before: number
  openedMs: number
}

/** Opens the alarm screen of the live build on a server of its own, waits until the storm begins, and lets `work` use it. */
export async function inStorm<T>(browser: Browser, root: string, work: (storm: Storm) => Promise<T>): Promise<T> {
  const options = ['--lines', String(JOURNAL_LINES), '--after', String(HEAD_START_S)]
  const server = await startServer(join(import.meta.dirname, 'storm-server.ts'), PORT, options)
  const origin = server.url.replace(/\/$/, '')
  const site = await startSite({ root, config: () => ({ apiBaseUrl: origin }) })
  try {
    const open = await openPage(browser)
    const { page } = open
    await page.goto(`${site.url}#/bau-bang/alarms?lang=en&look=room-dark`)
    await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
    const [, newest] = await Promise.all([page.locator('[data-seq]').first().waitFor(), newestLines(origin, 1)])
    await pause(3000)
    await observe(page)
    const openedMs = Date.now()
    await page.waitForFunction(() => (globalThis.consoleBench?.observed.painted.at(-1)?.count ?? 0) > 20, null, {
      timeout: 180_000,
    })
    const result = await work({ page, origin, before: newest[0]?.seq ?? 0, openedMs })
    await open.close()
    return result
  } finally {
    await site.close()
    server.stop()
  }
}
