import type { Browser, Page } from '@playwright/test'
import { openPark } from '../../mocks/park/load-node.ts'
import { rowsOfFile } from '../../mocks/registers/register-file.ts'
import { sheetHead, sheetRow } from '../../src/domain/registers/sheet.ts'
import { csvText } from '../../src/lib/csv.ts'
import { openPage, pause } from './browser.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

const GROUP = 'scorecard, registers and daily report in the page'
/** About as many criteria are opened in each run. */
const DRAWERS = 6
const ROWS = 10_000
const PATIENCE = { timeout: 120_000 }

/** Goes to a screen by its link, as a person with a bookmark would, without loading the page anew. */
function goTo(page: Page, hash: string): Promise<void> {
  return page.evaluate((next) => {
    location.hash = next
  }, hash)
}

/** Starts to keep the length of every task that the browser calls long. */
function watchTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept: number[] = []
    Object.assign(globalThis, { benchTasks: kept })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.push(duration)
    }).observe({ type: 'longtask' })
  })
}

/** The longest task since the last call, milliseconds; 0 when none was long. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const kept: unknown = Reflect.get(globalThis, 'benchTasks')
    return Array.isArray(kept) ? Math.max(0, ...kept.splice(0).map(Number)) : Number.NaN
  })
}

/** Presses the title of a criterion and waits until its drawer has been painted, milliseconds. */
function openDrawer(page: Page, title: string): Promise<number> {
  return page.evaluate((text) => {
    const titles = [...document.querySelectorAll<HTMLButtonElement>('#main button[data-inset-focus]')]
    const button = titles.find(({ textContent }) => textContent.trim() === text)
    if (!button) throw new Error(`no criterion "${text}"`)
    const from = performance.now()
    button.click()
    return new Promise<number>((resolve, reject) => {
      const look = (): void => {
        // A message lands after the frame that shows the drawer.
        if (document.querySelector('#main aside h2')?.textContent === text) {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - from))
          port1.start()
          port2.postMessage(null)
        } else if (performance.now() - from > 10_000) reject(new Error(`no drawer of "${text}"`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, title)
}

/** Opens the evidence of several criteria one after the other, each from the closed screen and from another drawer. */
async function drawers(page: Page, runs: number): Promise<{ first: number; all: number[] }> {
  await goTo(page, '/bau-bang/scorecard?lang=en')
  const list = page.getByRole('list', { name: 'Decree 35/2022, Article 37' })
  await list.waitFor(PATIENCE)
  const titles = await page.locator('#main button[data-inset-focus]').allInnerTexts()
  const chosen = titles.filter((_, at) => at % Math.ceil(titles.length / DRAWERS) === 0)
  const all: number[] = []
  for (let run = 0; run < runs; run++) {
    for (const title of chosen) {
      all.push(await openDrawer(page, title.trim()))
      if (run % 2 === 0) await page.getByRole('complementary').getByRole('button').first().click()
      await pause(200)
    }
  }
  return { first: all[0] ?? Number.NaN, all }
}

/** A register's own rows over and over with new ids: a big sheet. */
async function bigSheet(): Promise<string> {
  const now = { today: new Date().toISOString().slice(0, 10), nowMs: Date.now() }
  const rows = rowsOfFile('waste-lots', await openPark('bau-bang').registerFile('waste-lots'), now)
  const lines = Array.from({ length: ROWS }, (_, k) =>
    sheetRow('waste-lots', { ...rows[k % rows.length], id: `sheet-${k}` }),
  )
  return csvText([sheetHead('waste-lots'), ...lines])
}

interface Import {
  ms: number
  /** Different stands of the progress bar that were painted before the end. */
  stands: number
  text: string
}

/** Gives the sheet to the open dialog, presses its button at once and waits until the last row is in. */
function importSheet(page: Page, csv: string): Promise<Import> {
  return page.evaluate((text) => {
    const dialog = document.querySelector('[role="dialog"]')
    const picker = dialog?.querySelector<HTMLInputElement>('input[type="file"]')
    const submit = dialog?.querySelector<HTMLButtonElement>('button[type="submit"]')
    if (!dialog || !picker || !submit) throw new Error('no dialog for a sheet')
    const word = submit.textContent
    const files = new DataTransfer()
    files.items.add(new File([text], 'lots.csv', { type: 'text/csv' }))
    const stands = new Set<number>()
    const from = performance.now()
    picker.files = files.files
    picker.dispatchEvent(new Event('change', { bubbles: true }))
    return new Promise<Import>((resolve, reject) => {
      let pressed = false
      const look = (): void => {
        if (!pressed && !submit.disabled) {
          submit.click()
          pressed = true
        }
        const bar = dialog.querySelector('progress')
        if (bar) stands.add(bar.value / bar.max)
        const ms = performance.now() - from
        if (pressed && bar?.value === bar?.max && submit.textContent !== word)
          resolve({ ms, stands: stands.size, text: dialog.querySelector('[aria-live]')?.textContent ?? '' })
        else if (ms > 60_000) reject(new Error(`the import did not end: ${dialog.textContent}`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, csv)
}

interface Imports {
  done: Import[]
  tasks: number[]
  after: number[]
  sheets: number[]
  sheetTasks: number[]
}

/** Presses "XLSX" over the register and waits for the file, milliseconds. */
async function exported(page: Page): Promise<number> {
  const from = performance.now()
  const file = page.waitForEvent('download', PATIENCE)
  await page.getByRole('button', { name: 'XLSX' }).click()
  await (await file).path()
  return performance.now() - from
}

/** Each run in a page of its own: what was imported is there until the page is loaded anew. */
async function imports(browser: Browser, url: string, runs: number): Promise<Imports> {
  const found: Imports = { done: [], tasks: [], after: [], sheets: [], sheetTasks: [] }
  const csv = await bigSheet()
  for (let run = 0; run < runs; run++) {
    const { page, close } = await openPage(browser)
    await page.goto(`${url}#/bau-bang/scorecard?lang=en&tab=registers&item=waste-lots`, { waitUntil: 'commit' })
    await page.locator('footer select').selectOption('manager', PATIENCE)
    await page.getByRole('button', { name: 'Import' }).click(PATIENCE)
    await page.getByRole('dialog', { name: 'Import' }).waitFor(PATIENCE)
    await watchTasks(page)
    await pause(3000)
    await longestTask(page)
    found.done.push(await importSheet(page, csv))
    found.tasks.push(await longestTask(page))
    // The page reads its registers anew after the last row.
    await pause(6000)
    found.after.push(await longestTask(page))
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await pause(1000)
    await longestTask(page)
    found.sheets.push(await exported(page))
    found.sheetTasks.push(await longestTask(page))
    await close()
  }
  return found
}

/** Presses "Print" on the daily report and lets the browser make the sheet of paper, milliseconds. */
async function printed(page: Page): Promise<number> {
  // The browser's own dialog would hold the page; the paper is made by `page.pdf` instead.
  await page.evaluate(() => {
    globalThis.print = () => {}
  })
  const from = performance.now()
  await page.getByRole('button', { name: 'Print' }).click()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const ms = performance.now() - from
  if (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length !== 1) throw new Error('not one sheet')
  return ms
}

async function sheets(page: Page, runs: number): Promise<number[]> {
  await goTo(page, '/bau-bang/daily?lang=en')
  await page.locator('tr[data-meets]').first().waitFor(PATIENCE)
  const all: number[] = []
  for (let run = 0; run < runs; run++) {
    await pause(500)
    all.push(await printed(page))
  }
  return all
}

/** Scorecard, registers and daily report as a person has them: in the built product, in the browser. */
export async function benchEcoPages(browser: Browser, url: string, runs: number): Promise<Row[]> {
  const { page, close } = await openPage(browser)
  await page.goto(`${url}#/bau-bang/scorecard?lang=en`, { waitUntil: 'commit' })
  await watchTasks(page)
  const drawer = await drawers(page, runs)
  const paper = await sheets(page, runs)
  await close()
  const { done, tasks, after, sheets: files, sheetTasks } = await imports(browser, url, Math.min(runs, 3))
  const worst = Math.max(...drawer.all)
  return [
    {
      group: GROUP,
      name: 'evidence drawer, press to painted',
      value: medianOf(drawer.all),
      unit: 'ms',
      target: 200,
      note: `first ${drawer.first.toFixed(0)}, longest of ${drawer.all.length} ${worst.toFixed(0)} ms`,
    },
    {
      group: GROUP,
      name: 'import of 10,000 rows, file chosen to done',
      value: medianOf(done.map(({ ms }) => ms)),
      unit: 'ms',
      target: 5000,
      note: `${done[0]?.text ?? ''}; progress bar seen at ${medianOf(done.map(({ stands }) => stands))} stands`,
    },
    {
      group: GROUP,
      name: 'longest task of the page in the import',
      value: medianOf(tasks),
      unit: 'ms',
      note: `afterwards, registers read anew: ${medianOf(after).toFixed(0)} ms`,
    },
    {
      group: GROUP,
      name: 'XLSX of a register with 10,000 rows, press to file',
      value: medianOf(files),
      unit: 'ms',
      target: 3000,
      note: `longest task of the page ${medianOf(sheetTasks).toFixed(0)} ms`,
    },
    { group: GROUP, name: 'daily report on A4, press to ready', value: medianOf(paper), unit: 'ms', target: 2000 },
  ]
}
