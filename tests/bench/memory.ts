import type { Browser, CDPSession } from '@playwright/test'
import { collectAll, pause } from './browser.ts'
import type { OpenPage } from './browser.ts'
import { openLive } from './live-page.ts'
import type { LivePage } from './live-page.ts'
import type { Row } from './report.ts'
import { slopeOf } from './stats.ts'

interface Sample {
  minutes: number
  heapMb: number
  buffersMb: number
  /** Nodes in the page: as many as the park has to tell, which changes over a day. */
  nodes: number
  /** Nodes that are kept and are not in the page. */
  nodesBeside: number
  /** Listeners of the window and the document: those of other nodes go with them. */
  listeners: number
}

function nodesInPage(): number {
  const walker = document.createTreeWalker(document)
  let nodes = 1
  while (walker.nextNode()) nodes += 1
  return nodes
}

async function listenersOf(cdp: CDPSession, expression: 'window' | 'document'): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression })
  const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
  return listeners.length
}

/** Forced collection, then what is left. Array buffers are not part of the JavaScript heap. */
async function sampleMemory({ cdp, page }: OpenPage, startMs: number): Promise<Sample> {
  await collectAll(cdp)
  const heap = await cdp.send('Runtime.getHeapUsage')
  const { nodes: kept } = await cdp.send('Memory.getDOMCounters')
  const nodes = await page.evaluate(nodesInPage)
  return {
    minutes: (performance.now() - startMs) / 60_000,
    heapMb: heap.usedSize / 1e6,
    buffersMb: heap.backingStorageSize / 1e6,
    nodes,
    nodesBeside: kept - nodes,
    listeners: (await listenersOf(cdp, 'window')) + (await listenersOf(cdp, 'document')),
  }
}

export interface MemoryPages {
  live: LivePage
  demo: LivePage
  /** The live build against a server at many times real speed. */
  fast: LivePage
}

const TARGET_MB = 60
const TARGET_MB_PER_MINUTE = 0.2

/**
 * Heap of the live build after forced collection, the simulator's share, and the growth of heap, array buffers
 * and nodes over `minutes` at many times real speed, after a quarter of that time as warm-up.
 */
export async function benchMemory(
  browser: Browser,
  pages: MemoryPages,
  minutes: number,
  speed: number,
): Promise<Row[]> {
  const group = 'memory after forced collection'
  const still: Record<'live' | 'demo', Sample | null> = { live: null, demo: null }
  for (const name of ['live', 'demo'] as const) {
    try {
      const open = await openLive(browser, pages[name], 15_000)
      still[name] = await sampleMemory(open, performance.now())
      await open.close()
    } catch (error) {
      console.error(String(error))
    }
  }
  const heap = still.live?.heapMb ?? Number.NaN
  const noteOf = (sample: Sample | null) =>
    sample
      ? `array buffers ${sample.buffersMb.toFixed(1)} MB, ${sample.nodes} nodes and ${sample.nodesBeside} beside them`
      : ''
  const rows: Row[] = [
    { group, name: 'live build, overview', value: heap, unit: 'MB', target: TARGET_MB, note: noteOf(still.live) },
    {
      group,
      name: 'demo build, overview',
      value: still.demo?.heapMb ?? Number.NaN,
      unit: 'MB',
      note: noteOf(still.demo),
    },
    { group, name: "simulator's share", value: (still.demo?.heapMb ?? Number.NaN) - heap, unit: 'MB' },
  ]
  return [...rows, ...(await growthRows(browser, pages.fast, minutes, speed))]
}

/** Stretches of a run, of each of which the least counts: what React drew before it keeps until it draws again. */
const STRETCHES = 10

function leastOfEach(samples: readonly Sample[], size: number, pick: (sample: Sample) => number) {
  const least: { x: number; y: number }[] = []
  for (let from = 0; from + size <= samples.length; from += size) {
    const [first] = samples.slice(from, from + size).toSorted((a, b) => pick(a) - pick(b))
    if (first) least.push({ x: first.minutes, y: pick(first) })
  }
  return least
}

async function growthRows(browser: Browser, page: LivePage, minutes: number, speed: number): Promise<Row[]> {
  const group = `growth over ${minutes} min at ${speed}× speed`
  const samples: Sample[] = []
  try {
    const open = await openLive(browser, page, 10_000)
    const startMs = performance.now()
    while (performance.now() - startMs < minutes * 60_000) {
      await pause(Math.min(15_000, minutes * 5000))
      samples.push(await sampleMemory(open, startMs))
    }
    await open.close()
  } catch (error) {
    console.error(String(error))
  }
  const settled = samples.filter((sample) => sample.minutes >= minutes / 4)
  const rowOf = (name: string, unit: string, target: number | null, pick: (sample: Sample) => number): Row => ({
    group,
    name,
    value: slopeOf(leastOfEach(settled, Math.max(1, Math.floor(settled.length / STRETCHES)), pick)),
    unit: `${unit}/min`,
    ...(target !== null && { target }),
    note: samples.map((sample) => pick(sample).toFixed(unit === 'MB' ? 1 : 0)).join(' '),
  })
  return [
    rowOf('JS heap', 'MB', TARGET_MB_PER_MINUTE, ({ heapMb }) => heapMb),
    rowOf('array buffers', 'MB', TARGET_MB_PER_MINUTE, ({ buffersMb }) => buffersMb),
    rowOf('DOM nodes that are not in the page', 'nodes', 1, ({ nodesBeside }) => nodesBeside),
    rowOf('DOM nodes in the page: more is open in the evening', 'nodes', null, ({ nodes }) => nodes),
    rowOf('event listeners of window and document', 'listeners', 1, ({ listeners }) => listeners),
  ]
}
