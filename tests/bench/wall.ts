import type { Browser, Page } from '@playwright/test'
import { SCENE_IDS } from '../../src/domain/wall/scenes.data.ts'
import { openPage, pause, readCounters, startCounters } from './browser.ts'
import type { OpenPage } from './browser.ts'
import { openLive } from './live-page.ts'
import type { LivePage } from './live-page.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

const WALL = '#/wall/fhd-55-4m?park=bau-bang&hold=1&lang=vi&look=room-dark'
const GROUP = 'wall: change of scene'
const CHANGE_TARGET_MS = 300
/** After so long the scene that comes next has been laid out and fed. */
const PREPARED_MS = 4000
/** Time in which a late change would still show an empty picture. */
const AFTER_MS = 1000

interface Change {
  scene: string
  /** From the key to the paint of the new scene. */
  ms: number
  /** Main thread from the key to the end of the change, what other processes take not counted. */
  ownMs: number
  /** The scene stood ready behind the one before. */
  isPrepared: boolean
}

/** Looks at the wall after every change of its parts and in every frame, for a moment without a scene to read. */
function watchWall(page: Page): Promise<void> {
  return page.evaluate(() => {
    const found = { looks: 0, blank: 0 }
    Reflect.set(globalThis, 'wallWatch', found)
    const look = (): void => {
      const shown = document.querySelectorAll<HTMLElement>('[data-scene]:not([aria-hidden="true"])')
      const first = shown[0]
      found.looks += 1
      const isSeen = shown.length === 1 && first?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      // A scene that waits for its figures still has words of waiting: only a scene with numbers can be read.
      if (!isSeen || !first || (first.textContent.match(/\d/g)?.length ?? 0) < 4) found.blank += 1
    }
    const root = document.querySelector('[data-wall]')
    if (root) new MutationObserver(look).observe(root, { childList: true, subtree: true, attributes: true })
    const frame = (): void => {
      look()
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

function watched(page: Page): Promise<{ looks: number; blank: number }> {
  return page.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'wallWatch')
    if (typeof found !== 'object' || found === null) throw new Error('nobody watches the wall')
    return { looks: Number(Reflect.get(found, 'looks')), blank: Number(Reflect.get(found, 'blank')) }
  })
}

/** Presses a key and waits until another scene has been painted. */
function press(page: Page, key: 'ArrowRight' | 'ArrowLeft'): Promise<Omit<Change, 'ownMs'>> {
  return page.evaluate((pressed) => {
    const root = document.querySelector('[data-wall]')
    const shown = (): string | null =>
      root?.querySelector('[data-scene]:not([aria-hidden="true"])')?.getAttribute('data-scene') ?? null
    const before = shown()
    const hidden = document.querySelectorAll('[data-scene][aria-hidden="true"]')
    const waiting = new Set([...hidden].map((scene) => scene.getAttribute('data-scene')))
    const from = performance.now()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed }))
    return new Promise<Omit<Change, 'ownMs'>>((resolve, reject) => {
      const look = (): void => {
        const scene = shown()
        if (scene !== null && scene !== before) {
          // This frame paints the scene; the task after the next frame's callbacks comes when it has been painted.
          requestAnimationFrame(() => resolve({ scene, ms: performance.now() - from, isPrepared: waiting.has(scene) }))
        } else if (performance.now() - from > 20_000) reject(new Error(`no scene after ${String(before)}`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, key)
}

interface Round {
  changes: readonly Change[]
  /** Looks at the wall, and those that found no scene to read. */
  looks: number
  blank: number
}

/** Goes once round forward, where the next scene stands ready, and once back, where it does not. */
async function goRound(open: OpenPage, runs: number): Promise<Round> {
  const { page, cdp } = open
  const change = async (key: 'ArrowRight' | 'ArrowLeft'): Promise<Change> => {
    await pause(PREPARED_MS)
    const from = await readCounters(cdp)
    const found = await press(page, key)
    const to = await readCounters(cdp)
    return { ...found, ownMs: (to.taskS - from.taskS) * 1000 }
  }
  // In the first round the year of the scorecard and the other parks are still on their way.
  for (const _ of SCENE_IDS) await change('ArrowRight')
  await watchWall(page)
  const changes: Change[] = []
  for (let run = 0; run < runs; run += 1) {
    for (const _ of SCENE_IDS) changes.push(await change('ArrowRight'))
    for (const _ of SCENE_IDS) changes.push(await change('ArrowLeft'))
  }
  await pause(AFTER_MS)
  return { changes, ...(await watched(page)) }
}

const isReady = ({ isPrepared }: Change): boolean => isPrepared
const isOutOfTurn = ({ isPrepared }: Change): boolean => !isPrepared

function paintRow(name: string, changes: readonly Change[], target?: number): Row {
  const slowest = changes.toSorted((a, b) => b.ms - a.ms)[0]
  return {
    group: GROUP,
    name,
    value: medianOf(changes.map(({ ms }) => ms)),
    unit: 'ms',
    ...(target === undefined ? {} : { target }),
    note: slowest ? `${changes.length} changes, longest ${slowest.ms.toFixed(0)} ms: ${slowest.scene}` : 'no change',
  }
}

function workRow(how: string, changes: readonly Change[]): Row {
  return {
    group: GROUP,
    name: `main thread, map and all, ${how}, longest`,
    value: Math.max(...changes.map(({ ownMs }) => ownMs)),
    unit: 'ms',
    target: CHANGE_TARGET_MS,
  }
}

/**
 * Time of a change of scene on a wall of the built product: to the next scene, which stands ready, and to one out of
 * turn, as an alarm calls for it. Every change of the page and every frame is searched for a picture without a scene.
 * Where a processor draws the map, its pixels hold every paint up: the page is also measured without the map's code,
 * and with the map by the work of its main thread.
 */
export async function benchWall(browser: Browser, target: LivePage, runs: number): Promise<Row[]> {
  const wall = { ...target, url: `${target.url}${WALL}` }
  const rows: Row[] = []
  const open = await openLive(browser, wall, PREPARED_MS)
  try {
    const { changes, looks, blank } = await goRound(open, runs)
    rows.push(
      workRow('ready', changes.filter(isReady)),
      workRow('out of turn', changes.filter(isOutOfTurn)),
      paintRow('key to paint, map and all', changes),
      { group: GROUP, name: 'moments without a scene', value: blank, unit: '', target: 0, note: `of ${looks}` },
    )
  } finally {
    await open.close()
  }
  const bare = await openPage(browser, async (context) => {
    await context.route('**/assets/park-map*', (route) => route.abort())
  })
  try {
    await startCounters(bare.cdp)
    await bare.page.goto(wall.url)
    await bare.page.locator('[data-scene] [data-live-value]').nth(3).waitFor({ timeout: 120_000 })
    const { changes } = await goRound(bare, runs)
    rows.push(
      paintRow('key to paint without the map, ready', changes.filter(isReady), CHANGE_TARGET_MS),
      paintRow('key to paint without the map, out of turn', changes.filter(isOutOfTurn), CHANGE_TARGET_MS),
    )
  } finally {
    await bare.close()
  }
  return rows
}
