import { z } from 'zod'
import type { Browser } from '@playwright/test'
import { openPage, waitForMark } from './browser.ts'
import { buildPage } from './builds.ts'
import type { Row } from './report.ts'
import { startSite } from './site.ts'
import { medianOf } from './stats.ts'

const MARK = 'bench:charts'
const timesSchema = z.object({
  update: z.number(),
  updateFloor: z.number(),
  sparklines: z.number(),
  sparklinesFloor: z.number(),
})

/** Drawing in a browser: ECharts with four days of seconds, and 40 sparklines, against bare canvas strokes. */
export async function benchCharts(browser: Browser, runs: number): Promise<Row[]> {
  const page = await buildPage('charts')
  const site = await startSite({ root: page.root })
  const taken: z.infer<typeof timesSchema>[] = []
  try {
    for (let run = 0; run < Math.min(runs, 3); run++) {
      const open = await openPage(browser)
      // The page draws while it loads: its own mark says when it has finished.
      await open.page.goto(site.url, { waitUntil: 'commit' })
      if (!(await waitForMark(open.page, MARK, 120_000))) throw new Error('the page of charts did not finish')
      const detail: unknown = await open.page.evaluate((name) => {
        const [entry] = performance.getEntriesByName(name)
        return entry instanceof PerformanceMark ? entry.detail : null
      }, MARK)
      taken.push(timesSchema.parse(detail))
      await open.close()
    }
  } finally {
    await site.close()
    page.remove()
  }
  const group = 'charts in a browser'
  const of = (key: keyof z.infer<typeof timesSchema>) => medianOf(taken.map((one) => one[key]))
  return [
    {
      group,
      name: '86,400 × 4 points, decimated and drawn by ECharts',
      value: of('update'),
      unit: 'ms',
      target: 25,
      floor: of('updateFloor'),
    },
    {
      group,
      name: '40 sparklines of 96 values',
      value: of('sparklines'),
      unit: 'ms',
      target: 1,
      floor: of('sparklinesFloor'),
    },
  ]
}
