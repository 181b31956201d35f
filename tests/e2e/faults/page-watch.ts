import type { Page } from '@playwright/test'
import { POISON } from './line-faults.ts'

/** One number of a counting meter as it stood on screen. */
export interface Seen {
  pointId: string
  /** NaN where there was a dash. */
  value: number
  /** Words beside it: its age while all is well, otherwise what is wrong. */
  note: string
  /** Real time, epoch milliseconds. */
  atMs: number
}

/** What a page shows, and everything that its meters have shown since the last look. */
export interface Look {
  seen: Seen[]
  now: Seen[]
  connection: string
  /** Parts that say that they could not load, with what they say. */
  failed: string[]
  /** Texts in which something of a broken answer was shown. */
  poisoned: string[]
  /** Whether this is still the page that was opened first. */
  isSame: boolean
  /** How many alarms stand on each list, in the words of the screen. */
  alarms: string
}

declare global {
  var parkscopeFaults: { skewMs: number; look: () => Look } | undefined
}

/**
 * Puts into a page: a clock that can be set wrong; long waits made short (back-off, retries, the minute after which
 * failed parts are asked for again), so that a fault takes seconds; and an observer that notes every number of a
 * counting meter, so that none is missed between two looks.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(
    ({ poison, shiftMs }) => {
      for (const name of ['setTimeout', 'setInterval'] as const) {
        const shortened = new Proxy(globalThis[name], {
          apply(target, self, [callback, ms = 0, ...rest]: [unknown, number | undefined, ...unknown[]]): unknown {
            const shorter = ms >= 20_000 ? ms / 20 : ms >= 4000 ? ms / 3 : ms
            return Reflect.apply(target, self, [callback, shorter, ...rest])
          },
        })
        Reflect.set(globalThis, name, shortened)
      }

      const realNow = Date.now.bind(Date)
      const now = (): number => realNow() + (globalThis.parkscopeFaults?.skewMs ?? 0)
      globalThis.Date = new Proxy(Date, {
        construct: (target, values: unknown[]) => Reflect.construct(target, values.length > 0 ? values : [now()]),
        get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
      })

      const seen: Seen[] = []
      const poisoned = new Set<string>()
      const last = new Map<string, string>()
      const marks = new RegExp(`(?<!\\d)${String(poison).replace(/(\d{3})$/, '[,. ]?$1')}(?!\\d)`)
      const rowsNow = (): Seen[] =>
        [...document.querySelectorAll('[data-point^="em-"][data-point$=".active-power"]')].map((row) => {
          const text = row.querySelector('[data-live-value]')?.textContent ?? ''
          return {
            pointId: row.getAttribute('data-point') ?? '',
            value: text === '' ? NaN : Number(text.replaceAll(',', '')),
            note: row.lastElementChild?.textContent ?? '',
            // This script comes before the one that puts the clock of the page ahead.
            atMs: realNow() + shiftMs,
          }
        })
      // The sample of a rejected message is shown as what it is: it claims nothing.
      const claimOf = (node: Node): string => {
        const text = node.textContent ?? ''
        if (!marks.test(text) || (node.parentElement?.closest('[data-sample]') ?? null) !== null) return ''
        if (!(node instanceof Element)) return text
        const copy = document.importNode(node, true)
        for (const sample of copy.querySelectorAll('[data-sample]')) sample.remove()
        return node.matches('[data-sample]') ? '' : (copy.textContent ?? '')
      }
      const note = (): void => {
        for (const one of rowsNow()) {
          const text = `${one.value} ${one.note}`
          if (last.get(one.pointId) === text) continue
          last.set(one.pointId, text)
          seen.push(one)
        }
      }
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          for (const node of addedNodes.length > 0 ? addedNodes : [target]) {
            const text = claimOf(node)
            if (marks.test(text)) poisoned.add(text.slice(0, 200))
          }
        }
        note()
      }).observe(document, { subtree: true, childList: true, characterData: true })
      globalThis.parkscopeFaults = {
        skewMs: 0,
        look: () => ({
          seen: seen.splice(0),
          now: rowsNow(),
          connection: document.querySelector('[data-connection]')?.getAttribute('data-connection') ?? 'none',
          failed: [...document.querySelectorAll('main output')]
            .map(({ textContent }) => textContent ?? '')
            .filter((text) => text.includes('Could not load')),
          poisoned: [...poisoned],
          isSame: Reflect.get(globalThis, 'parkscopeMark') === 'here',
          alarms: [...document.querySelectorAll('main fieldset button')]
            .map(({ textContent }) => textContent ?? '')
            .filter((text) => /^(Open|Shelved|Suppressed|Out of service) \d+$/.test(text))
            .join(', '),
        }),
      }
    },
    { poison: POISON, shiftMs: Number(process.env['PARKSCOPE_CLOCK_SHIFT_MS'] ?? 0) },
  )
}

export function lookAt(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const watch = globalThis.parkscopeFaults
    if (!watch) throw new Error('the page is not watched')
    return watch.look()
  })
}

/** Sets the clock of the machine on which the page runs. */
export function setPageSkew(page: Page, skewMs: number): Promise<void> {
  return page.evaluate((ms) => {
    if (globalThis.parkscopeFaults) globalThis.parkscopeFaults.skewMs = ms
  }, skewMs)
}
