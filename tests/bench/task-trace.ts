import type { Browser } from '@playwright/test'
import { z } from 'zod'

const MICROSECONDS = 1000
const TASK = 'ThreadControllerImpl::RunTask'

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ph: z.string(),
  /** Start and length by the clock, and the processor's time in it, microseconds. */
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.unknown() }).partial().default({}),
})
type TraceEvent = z.infer<typeof eventSchema>

/** One task of a page's main thread. */
export interface Task {
  clockMs: number
  /** Processor time: what the task itself took, whatever else ran on the machine. */
  threadMs: number
}

/** Tasks of the busiest main thread of a trace: with one page open, the page's. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const byThread = new Map<string, Task[]>()
  for (const { name, ph, pid, tid, dur, tdur } of events) {
    const thread = `${pid} ${tid}`
    if (ph !== 'X' || !name.startsWith(TASK) || !mains.has(thread)) continue
    const tasks = byThread.get(thread) ?? []
    byThread.set(thread, tasks)
    tasks.push({ clockMs: dur / MICROSECONDS, threadMs: tdur / MICROSECONDS })
  }
  return [...byThread.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** Notes every task of the page from now on; the answer ends that. The browser must hold one page only. */
export async function traceTasks(browser: Browser): Promise<() => Promise<Task[]>> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event)
      if (parsed.success) events.push(parsed.data)
    }
  })
  const traceConfig = { includedCategories: ['toplevel', '__metadata'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
    await session.send('Tracing.end')
    await ended
    await session.detach()
    return tasksOf(events)
  }
}
