import type { Browser } from '@playwright/test'
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
  nodes: number
  listeners: number
}

/** Forced collection, then what is left. Array buffers are not part of the JavaScript heap. */
async function sampleMemory({ cdp }: OpenPage, startMs: number): Promise<Sample> {
  await collectAll(cdp)
  const heap = await cdp.send('Runtime.getHeapUsage')
  const dom = await cdp.send('Memory.getDOMCounters')
  return {
    minutes: (performance.now() - startMs) / 60_000,
    heapMb: heap.usedSize / 1e6,
    buffersMb: heap.backingStorageSize / 1e6,
    nodes: dom.nodes,
    listeners: dom.jsEventListeners,
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
      ? `array buffers ${sample.buffersMb.toFixed(1)} MB, ${sample.nodes} nodes, ${sample.listeners} listeners`
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
  const rowOf = (name: string, unit: string, target: number, pick: (sample: Sample) => number): Row => ({
    group,
    name,
    value: slopeOf(settled.map((sample) => ({ x: sample.minutes, y: pick(sample) }))),
    unit: `${unit}/min`,
    target,
    note: samples.map((sample) => pick(sample).toFixed(unit === 'MB' ? 1 : 0)).join(' '),
  })
  return [
    rowOf('JS heap', 'MB', TARGET_MB_PER_MINUTE, ({ heapMb }) => heapMb),
    rowOf('array buffers', 'MB', TARGET_MB_PER_MINUTE, ({ buffersMb }) => buffersMb),
    rowOf('DOM nodes', 'nodes', 1, ({ nodes }) => nodes),
    rowOf('event listeners', 'listeners', 1, ({ listeners }) => listeners),
  ]
}
