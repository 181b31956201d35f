import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { type JournalEntry, alarmSchema } from '../../src/contract/alarms.ts'
import { verifyChain } from '../../src/domain/alarms/journal.ts'
import { pause } from './browser.ts'
import { type Observed, readObserved, timeCommand } from './console-page.ts'
import { JOURNAL_LINES, STORM_ALARMS, STORM_MS, type Storm, inStorm, newestLines, workFor } from './console-storm.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'
import { traceTasks } from './task-trace.ts'

const COMMANDS = 10

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
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

/** What the operator and the journal see of one storm; nothing else watches the page. */
async function measureStorm({ page, origin, before, openedMs }: Storm) {
  await workFor(page, STORM_MS)
  await pause(3000)
  const observed = await readObserved(page)
  const acks = await answerTimes(page, origin)
  await page.getByRole('button', { name: /Whole journal/ }).click()
  const chain = await page.locator('[data-chain]:not([data-chain="checking"])').getAttribute('data-chain')
  const entries = await newestLines(origin, STORM_ALARMS + 500)
  const fresh = entries.filter(({ seq }) => seq > before)
  return {
    observed,
    acks,
    activated: fresh.filter(({ event, time }) => event === 'ACTIVATED' && Date.parse(time) >= openedMs).length,
    delays: delaysOf(fresh, observed, openedMs),
    brokenChains: Number(verifyChain(entries) !== null) + Number(chain !== 'whole'),
  }
}

/**
 * The alarm screen of the live build in a storm of 2,000 alarms within a minute, over a journal of 100,000 lines. The
 * processor's time of each task is taken in a second storm: to note every task costs a share of what is measured.
 */
export async function benchConsole(browser: Browser, root: string): Promise<Row[]> {
  const { observed, acks, activated, delays, brokenChains } = await inStorm(browser, root, measureStorm)
  const tasks = await inStorm(browser, root, async ({ page }) => {
    const endTrace = await traceTasks(browser)
    await workFor(page, STORM_MS)
    return endTrace()
  })
  const quick = Math.max(0, observed.interactionCount - observed.interactions.length)
  const interactions = [...observed.interactions, ...Array.from({ length: quick }, () => 16)]
  const group = `console, ${STORM_ALARMS} alarms in ${STORM_MS / 1000} s over ${JOURNAL_LINES / 1000},000 journal lines`
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
    {
      group,
      name: 'journal: activations missing',
      value: STORM_ALARMS - Math.min(STORM_ALARMS, activated),
      unit: '',
      target: 0,
    },
    {
      group,
      name: 'journal: chain broken, server or page',
      value: brokenChains,
      unit: '',
      target: 0,
    },
  ]
}
