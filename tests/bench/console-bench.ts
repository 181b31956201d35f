import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { type JournalEntry, alarmSchema, journalEntrySchema } from '../../src/contract/alarms.ts'
import { verifyChain } from '../../src/domain/alarms/journal.ts'
import { openPage, pause } from './browser.ts'
import { startServer } from './builds.ts'
import { type Observed, observe, readObserved, timeCommand } from './console-page.ts'
import type { Row } from './report.ts'
import { startSite } from './site.ts'
import { medianOf } from './stats.ts'
import { traceTasks } from './task-trace.ts'

const PORT = 4393
const LINES = 100_000
const STORM = 2000
const STORM_MS = 60_000
/** Until the page is open and quiet; the storm begins then. */
const HEAD_START_S = 75
const COMMANDS = 10
const LIST = 'table[aria-label="Alarms"]'

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What an operator does in a storm: looks through the list, opens alarms, filters, reads the journal. */
async function workFor(page: Page, ms: number): Promise<void> {
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
async function newestLines(origin: string, count: number): Promise<JournalEntry[]> {
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

/** From each condition to the paint that counted it: the k-th activation is on screen when k more alarms are. */
function delaysOf(entries: readonly JournalEntry[], { painted }: Observed, fromMs: number): number[] {
  const times = entries
    .filter(({ event, time }) => event === 'ACTIVATED' && Date.parse(time) >= fromMs)
    .map(({ time }) => Date.parse(time))
    .toSorted((a, b) => a - b)
  const base = painted.findLast(({ atMs }) => atMs < (times[0] ?? 0))?.count ?? 0
  return times.flatMap((ms, k) => {
    const seen = painted.find(({ count, atMs }) => atMs >= ms && count >= base + k + 1)
    return seen ? [seen.atMs - ms] : []
  })
}

async function answerTimes(page: Page, origin: string): Promise<number[]> {
  const answer = await fetch(`${origin}/api/v1/parks/bau-bang/alarms?retain=true&limit=5000`)
  const { items } = z.object({ items: z.array(alarmSchema) }).parse(await answer.json())
  const chosen = items.filter(({ priority, stateName }) => priority === 'P3' && stateName === 'ACTIVE_UNACK')
  const times: number[] = []
  for (const { id } of chosen.slice(0, COMMANDS)) {
    await page.evaluate((alarm) => {
      location.hash = `#/bau-bang/alarms?lang=en&look=room-dark&alarm=${encodeURIComponent(alarm)}`
    }, id)
    await page.locator(`[data-alarm-detail="${id}"]`).waitFor()
    await pause(500)
    times.push(await timeCommand(page, 'Acknowledge', 'Active, acknowledged'))
  }
  return times
}

/** The alarm screen of the live build in a storm of 2,000 alarms within a minute, over a journal of 100,000 lines. */
export async function benchConsole(browser: Browser, root: string): Promise<Row[]> {
  const options = ['--lines', String(LINES), '--after', String(HEAD_START_S)]
  const server = await startServer(join(import.meta.dirname, 'storm-server.ts'), PORT, options)
  const origin = server.url.replace(/\/$/, '')
  const site = await startSite({ root, config: () => ({ apiBaseUrl: origin }) })
  try {
    const open = await openPage(browser)
    const { page } = open
    await page.goto(`${site.url}#/bau-bang/alarms?lang=en&look=room-dark`)
    await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
    const [, before] = await Promise.all([page.locator('[data-seq]').first().waitFor(), newestLines(origin, 1)])
    await pause(3000)
    await observe(page)
    const openedMs = Date.now()
    await page.waitForFunction(() => (globalThis.consoleBench?.observed.painted.at(-1)?.count ?? 0) > 20, null, {
      timeout: 180_000,
    })
    const endTrace = await traceTasks(browser)
    await workFor(page, STORM_MS)
    const tasks = await endTrace()
    await pause(3000)
    const observed = await readObserved(page)
    const acks = await answerTimes(page, origin)
    await page.getByRole('button', { name: /Whole journal/ }).click()
    const isWhole =
      (await page.locator('[data-chain]:not([data-chain="checking"])').getAttribute('data-chain')) === 'whole'
    const entries = await newestLines(origin, STORM + 500)
    const fresh = entries.filter(({ seq }) => seq > (before[0]?.seq ?? 0))
    const activated = fresh.filter(({ event, time }) => event === 'ACTIVATED' && Date.parse(time) >= openedMs).length
    const fault = verifyChain(entries)
    const delays = delaysOf(fresh, observed, openedMs)
    const quick = Math.max(0, observed.interactionCount - observed.interactions.length)
    const interactions = [...observed.interactions, ...Array.from({ length: quick }, () => 16)]
    await open.close()
    const group = `console, ${STORM} alarms in ${STORM_MS / 1000} s over ${LINES / 1000},000 journal lines`
    return [
      {
        group,
        name: 'condition to mark on screen, median',
        value: medianOf(delays),
        unit: 'ms',
        target: 500,
        note: `${delays.length} of ${activated} alarms`,
      },
      { group, name: 'condition to mark on screen, p98', value: percentile(delays, 0.98), unit: 'ms' },
      { group, name: 'interaction to next paint, median', value: medianOf(interactions), unit: 'ms' },
      {
        group,
        name: 'interaction to next paint, p98',
        value: percentile(interactions, 0.98),
        unit: 'ms',
        target: 200,
        note: `${interactions.length} interactions; slowest ${observed.slowest.slice(0, 4).join(', ')}`,
      },
      {
        group,
        name: 'longest task, processor time',
        value: Math.max(0, ...tasks.map(({ threadMs }) => threadMs)),
        unit: 'ms',
        target: 50,
        note: `${tasks.filter(({ threadMs }) => threadMs > 50).length} of ${tasks.length} over 50 ms`,
      },
      {
        group,
        name: 'longest task by the clock',
        value: Math.max(0, ...observed.longTasks),
        unit: 'ms',
        note: `${observed.longTasks.length} over 50 ms; server, driver and drawing share the machine's cores with the page`,
      },
      { group, name: 'rows in the page, most', value: observed.mostRows, unit: '', target: 60 },
      {
        group,
        name: "acknowledge click to answer painted, less the server's time, median",
        value: medianOf(acks),
        unit: 'ms',
        target: 100,
        note: `${acks.length} commands`,
      },
      { group, name: 'journal: activations missing', value: STORM - Math.min(STORM, activated), unit: '', target: 0 },
      {
        group,
        name: 'journal: chain broken, server or page',
        value: Number(fault !== null) + Number(!isWhole),
        unit: '',
        target: 0,
      },
    ]
  } finally {
    await site.close()
    server.stop()
  }
}
