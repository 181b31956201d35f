import type { OpenPage } from '../bench/browser.ts'
import { pause } from '../bench/browser.ts'
import type { OtherDesk } from './other-desk.ts'
import { type SoakClock, soakTime } from './soak-clock.ts'

export interface EndOptions {
  url: string
  clock: SoakClock
  crashes: readonly string[]
  /** Longest time in which everything may become right. */
  patienceMs: number
  /** Acknowledges what comes late. */
  desk: OtherDesk
}

export interface EndState {
  faults: readonly string[]
  settledS: number
  alarms: number
  reloads: number
}

/** What the page shows of itself. */
function look({ page }: OpenPage) {
  return page.evaluate(() => ({
    connection: document.querySelector('[data-connection]')?.getAttribute('data-connection') ?? 'none',
    offline: document.querySelector('[data-offline]') !== null,
    clock: document.querySelector('header time')?.getAttribute('datetime') ?? null,
    map: document.querySelector('[data-map-state]')?.getAttribute('data-map-state') ?? null,
    broken: [...document.querySelectorAll('main output')].filter((part) => part.textContent.includes('Could not load'))
      .length,
    entry: [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src')).join(' '),
    reloads: sessionStorage.getItem('parkscope.reloads') ?? '[]',
  }))
}

/** Alarms that the park's journal says were raised. */
async function alarmsRaised(url: string): Promise<number> {
  const answer = await fetch(new URL('api/v1/parks/bau-bang/alarm-journal?limit=5000', url)).catch(() => null)
  const text = answer?.ok ? await answer.text() : ''
  return text.split('"ACTIVATED"').length - 1
}

/** Waits until the page is right, for as long as it may take, and says what is not. */
export async function endFaults(open: OpenPage, options: EndOptions): Promise<EndState> {
  const fromMs = Date.now()
  let faults: string[] = []
  let reloads = 0
  for (;;) {
    await options.desk.acknowledgeAll()
    const installed = await (await fetch(options.url)).text()
    const seen = await look(open).catch(() => null)
    faults = [...new Set(options.crashes)].map((message) => `uncaught: ${message}`)
    if (seen === null) faults.push('the page does not answer')
    else {
      const aheadMs = seen.clock === null ? Infinity : Date.parse(seen.clock) - soakTime(options.clock, Date.now())
      if (seen.connection !== 'live') faults.push(`channel ${seen.connection}`)
      if (seen.offline) faults.push('says that it is offline')
      if (!(Math.abs(aheadMs) < 15_000)) faults.push(`clock ${(aheadMs / 1000).toFixed(0)} s off`)
      if (seen.map === 'recovering' || seen.map === 'failed') faults.push(`map ${seen.map}`)
      if (seen.broken > 0) faults.push(`${seen.broken} panels failed`)
      if (!seen.entry.split(' ').some((src) => src !== '' && installed.includes(src)))
        faults.push('runs an old version')
      const kept: unknown = JSON.parse(seen.reloads)
      reloads = Array.isArray(kept) ? kept.length : 0
    }
    const settledS = (Date.now() - fromMs) / 1000
    if (faults.length === 0 || settledS * 1000 > options.patienceMs) {
      return { faults, settledS, alarms: await alarmsRaised(options.url), reloads }
    }
    await pause(2000)
  }
}
