import { z } from 'zod'
import type { BareTab } from './bare-browser.ts'
import { mainThreadOf, pause } from './browser.ts'
import type { MainThread, Marks } from './browser.ts'

const LOOK_EVERY_MS = 500
/** No look at a page before it has had this long: a look costs it a little. */
const FIRST_LOOK_MS = 1000

const marksSchema = z.object({ originMs: z.number(), marks: z.array(z.tuple([z.string(), z.number()])) })
const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

const MARKS = `({
  originMs: performance.timeOrigin,
  marks: performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
})`

/** What the benches ask of a page that nothing else watches. */
export function barePage(tab: BareTab) {
  const readMarks = async (): Promise<Marks> => {
    const { originMs, marks } = marksSchema.parse(await tab.evaluate(MARKS))
    const ms: Record<string, number> = {}
    for (const [name, at] of marks) ms[name] ??= at
    return { originMs, ms }
  }
  return {
    goTo: tab.goTo,
    close: tab.close,
    /** First occurrence of each mark so far. */
    readMarks,
    /** False when the mark did not come in time. */
    async waitForMark(mark: string, timeoutMs: number): Promise<boolean> {
      const until = performance.now() + timeoutMs
      await pause(FIRST_LOOK_MS)
      while (performance.now() < until) {
        if ((await readMarks()).ms[mark] !== undefined) return true
        await pause(LOOK_EVERY_MS)
      }
      return false
    },
    async slowDown(rate: number): Promise<void> {
      await tab.send('Emulation.setCPUThrottlingRate', { rate })
    },
    async moveServer(away: { latency: number; downloadThroughput: number }): Promise<void> {
      await tab.send('Network.enable')
      await tab.send('Network.emulateNetworkConditions', { offline: false, uploadThroughput: -1, ...away })
    },
    async startCounters(): Promise<void> {
      await tab.send('Performance.enable', { timeDomain: 'threadTicks' })
    },
    async readCounters(): Promise<MainThread> {
      return mainThreadOf(metricsSchema.parse(await tab.send('Performance.getMetrics')).metrics)
    },
  }
}
