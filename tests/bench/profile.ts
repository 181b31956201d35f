import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import type { Browser, CDPSession } from '@playwright/test'
import { z } from 'zod'
import { openPage, pause, waitForMark } from './browser.ts'
import { openLive } from './live-page.ts'
import type { LivePage } from './live-page.ts'
import type { Row } from './report.ts'

const mapSchema = z.looseObject({
  version: z.number(),
  file: z.string().default(''),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()).default([]),
  names: z.array(z.string()),
  mappings: z.string(),
  sourceRoot: z.string().default(''),
})

/** Finds the source of a place in a build, where the build lies beside its source maps. */
function createLocator(root: string) {
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (path: string) => {
    if (!maps.has(path)) {
      const file = join(root, `${path}.map`)
      const raw = existsSync(file) ? mapSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
      maps.set(path, raw && new SourceMap({ ...raw, sourcesContent: raw.sourcesContent }))
    }
    return maps.get(path) ?? null
  }
  return (url: string, line: number, column: number): { file: string; line: number } => {
    if (!url) return { file: '(engine)', line: 0 }
    const path = URL.parse(url)?.pathname.slice(1) ?? url
    const entry = mapOf(path)?.findEntry(line, column)
    if (!entry || !('originalSource' in entry) || typeof entry.originalSource !== 'string') return { file: path, line }
    const source = entry.originalSource.replace(/^(\.\.\/)+/, '')
    return { file: source.replace(/^.*node_modules\//, ''), line: entry.originalLine + 1 }
  }
}

interface Cost {
  name: string
  ms: number
}

function largestFirst(sums: ReadonlyMap<string, number>): Cost[] {
  return [...sums].map(([name, ms]) => ({ name, ms })).toSorted((a, b) => b.ms - a.ms)
}

/** Self time of a CPU profile by file and by function, largest first. */
async function stopAndSum(cdp: CDPSession, locate: ReturnType<typeof createLocator>) {
  const { profile } = await cdp.send('Profiler.stop')
  const selfMs = new Map<number, number>()
  profile.samples?.forEach((id, index) => {
    selfMs.set(id, (selfMs.get(id) ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000)
  })
  const byFile = new Map<string, number>()
  const byFunction = new Map<string, number>()
  for (const { id, callFrame } of profile.nodes) {
    const ms = selfMs.get(id) ?? 0
    const { functionName, url, lineNumber, columnNumber } = callFrame
    if (ms === 0 || functionName === '(idle)') continue
    const { file, line } = locate(url, lineNumber, columnNumber)
    const name = `${functionName || '(anonymous)'} ${file}:${line}`
    byFile.set(file, (byFile.get(file) ?? 0) + ms)
    byFunction.set(name, (byFunction.get(name) ?? 0) + ms)
  }
  return { byFile: largestFirst(byFile), byFunction: largestFirst(byFunction) }
}

async function startProfile(cdp: CDPSession) {
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
  await cdp.send('Profiler.start')
}

function rowsOf(group: string, costs: { byFile: Cost[]; byFunction: Cost[] }): Row[] {
  return [
    ...costs.byFile.slice(0, 25).map(({ name, ms }) => ({ group: `${group}, by file`, name, value: ms, unit: 'ms' })),
    ...costs.byFunction
      .slice(0, 30)
      .map(({ name, ms }) => ({ group: `${group}, by function`, name, value: ms, unit: 'ms' })),
  ]
}

/**
 * Where the main thread's time goes: self time while a page loads to its mark, then over `seconds` of steady
 * running. Names are those of the sources when the build was made with `--sourcemap`.
 */
export async function profilePage(browser: Browser, page: LivePage, root: string, seconds: number): Promise<Row[]> {
  const locate = createLocator(root)
  if (page.feed) page.feed.feed.mode = page.feed.mode
  const cold = await openPage(browser)
  await startProfile(cold.cdp)
  await cold.page.goto(page.url, { waitUntil: 'commit' })
  await waitForMark(cold.page, page.readyMark, 60_000)
  const loading = await stopAndSum(cold.cdp, locate)
  await cold.close()
  const live = await openLive(browser, page, 6000)
  await startProfile(live.cdp)
  await pause(seconds * 1000)
  const running = await stopAndSum(live.cdp, locate)
  await live.close()
  return [...rowsOf(`${page.name} loading`, loading), ...rowsOf(`${page.name}, ${seconds} s running`, running)]
}
