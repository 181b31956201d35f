import type { BareBrowser } from './bare-browser.ts'
import { barePage } from './bare-page.ts'
import { pause } from './browser.ts'
import type { Row } from './report.ts'
import type { Site } from './site.ts'
import { medianOf } from './stats.ts'
import { PARTS, PRODUCT_PARTS, sumOf, transferBefore } from './transfer.ts'
import type { Part, Transfer } from './transfer.ts'

export const MARKS = {
  shell: 'parkscope:shell',
  firstValue: 'parkscope:first-value',
  mapReady: 'parkscope:map-ready',
  mapInteractive: 'parkscope:map-interactive',
  mapFull: 'parkscope:map-full',
  floor: 'floor:ready',
  stackValue: 'stack:first-value',
  stackMap: 'stack:map-ready',
} as const

export interface ColdPage {
  name: string
  site: Site
  sort: (path: string) => Part
  /** Marks in order; the run ends at the last one. */
  marks: readonly string[]
  /** Whether the targets apply; other pages are there to compare with. */
  judged: boolean
}

/** Under which circumstances pages are loaded. */
export interface Setting {
  name: string
  /** CPU slow-down; 1 is full speed. */
  slowDown: number
  /** A server that is away: time to it and back in milliseconds, bytes a second from it. None: the machine's own. */
  away?: { latency: number; downloadThroughput: number }
}

interface Load {
  ms: Record<string, number>
  sent: Record<string, Transfer>
}

async function loadOnce(browser: BareBrowser, target: ColdPage, { slowDown, away }: Setting): Promise<Load> {
  const page = barePage(await browser.open())
  try {
    if (slowDown !== 1) await page.slowDown(slowDown)
    if (away) await page.moveServer(away)
    target.site.hits.length = 0
    await page.goTo(target.site.url)
    await page.waitForMark(target.marks.at(-1) ?? '', 40_000 * slowDown)
    const { ms, originMs } = await page.readMarks()
    const hits = target.site.hits.slice()
    const sent: Record<string, Transfer> = {}
    for (const mark of target.marks)
      sent[mark] = transferBefore(hits, target.sort, originMs + (ms[mark] ?? Number.POSITIVE_INFINITY))
    return { ms, sent }
  } finally {
    await page.close()
  }
}

/** Every page once in turn, `runs` times, after one round that only warms server and GPU process. */
async function loadAll(browser: BareBrowser, pages: readonly ColdPage[], runs: number, setting: Setting) {
  const loads = new Map<string, Load[]>(pages.map(({ name }) => [name, []]))
  for (let run = -1; run < runs; run++) {
    for (const page of pages) {
      const load = await loadOnce(browser, page, setting)
      if (run >= 0) loads.get(page.name)?.push(load)
      await pause(300)
    }
  }
  return (name: string, mark: string): MarkFigures => {
    const all = loads.get(name) ?? []
    return {
      ms: medianOf(all.map(({ ms }) => ms[mark] ?? Number.NaN)),
      missed: all.filter(({ ms }) => ms[mark] === undefined).length,
      kilobytesOf: (parts) =>
        medianOf(
          all.map(({ ms, sent }) =>
            ms[mark] !== undefined && sent[mark] ? sumOf(sent[mark], parts) / 1000 : Number.NaN,
          ),
        ),
    }
  }
}

interface MarkFigures {
  ms: number
  /** Runs in which the mark did not come. */
  missed: number
  /** Kilobytes (1000 bytes) of some parts that had left the server at the mark. */
  kilobytesOf(parts: readonly Part[]): number
}

const RATIOS: Record<number, Record<string, number>> = {
  1: { [MARKS.firstValue]: 1.3, [MARKS.mapReady]: 1.7 },
  4: { [MARKS.mapReady]: 2.3 },
}
/** Kilobytes of a build's own parts that may be sent before a mark. */
const SIZES: Record<string, { name: string; parts: readonly Part[]; target: number }> = {
  [MARKS.firstValue]: { name: 'script before the first value', parts: ['script'], target: 280 },
  [MARKS.mapReady]: { name: 'product before the map is ready', parts: PRODUCT_PARTS, target: 1000 },
}

/**
 * Cold load of each page in a fresh context that nothing watches, in each setting. The floor page comes first in `pages`;
 * ratios are against its ready mark in the same setting. The first setting also counts bytes, unless its server is far
 * away only in the browser's eyes: the real one has sent them long before.
 */
export async function benchCold(
  browser: BareBrowser,
  pages: readonly ColdPage[],
  runs: number,
  settings: readonly Setting[],
): Promise<Row[]> {
  const rows: Row[] = []
  for (const setting of settings) {
    const figuresOf = await loadAll(browser, pages, runs, setting)
    const floor = figuresOf('floor', MARKS.floor).ms
    const limits = setting.away ? {} : (RATIOS[setting.slowDown] ?? {})
    for (const page of pages) {
      const group = `cold load, ${page.name}, ${setting.name}`
      for (const mark of page.marks) {
        const { ms, missed } = figuresOf(page.name, mark)
        const row: Row = { group, name: mark, value: ms, unit: 'ms' }
        if (page.name !== 'floor') row.floor = floor
        const limit = page.judged ? limits[mark] : undefined
        if (limit !== undefined) row.targetRatio = limit
        if (missed > 0) row.note = `missing in ${missed} of ${runs} runs`
        rows.push(row)
      }
      if (setting === settings[0] && !setting.away)
        for (const mark of page.marks) rows.push(...sizeRows(page, mark, figuresOf(page.name, mark)))
    }
  }
  return rows
}

function sizeRows(page: ColdPage, mark: string, figures: MarkFigures): Row[] {
  const group = `sent, ${page.name}, kB gzip`
  const rows: Row[] = []
  const size = SIZES[mark]
  if (size && page.judged)
    rows.push({ group, name: size.name, value: figures.kilobytesOf(size.parts), unit: 'kB', target: size.target })
  const split = PARTS.map((part) => ({ part, kilobytes: figures.kilobytesOf([part]) })).filter(
    ({ kilobytes }) => kilobytes > 0,
  )
  const note = split.map(({ part, kilobytes }) => `${part} ${kilobytes.toFixed(0)}`).join(', ')
  rows.push({ group, name: `all before ${mark}`, value: figures.kilobytesOf(PARTS), unit: 'kB', note })
  return rows
}
