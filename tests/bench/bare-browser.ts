import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs'
import { VIEWPORT, pause } from './browser.ts'

/**
 * A browser as people have it: nothing watches the page. A test driver listens to every page, request, frame and
 * worker, holds each worker until it has heard of it, and has the engine note the place of every error, all at the
 * cost of the page. Here a page is only told where to go, and asked for its figures afterwards (decision 12).
 */
export interface BareBrowser {
  open(): Promise<BareTab>
  close(): Promise<void>
}

export interface BareTab {
  /** A command of the DevTools protocol to this page. */
  send: (method: string, params?: object) => Promise<unknown>
  /** Starts to load an address; resolves when the browser has begun. */
  goTo: (url: string) => Promise<void>
  /** Value of an expression in the page, by way of JSON. Throws what the page throws. */
  evaluate: (expression: string) => Promise<unknown>
  close: () => Promise<void>
}

/** A new window's own first work, which is none of the page's, is over by then on two cores. */
const WINDOW_SETTLES_MS = 2500
const START_WITHIN_MS = 30_000

const FLAGS = [
  ...CHROMIUM_FLAGS,
  '--headless',
  '--remote-debugging-port=0',
  '--accept-lang=vi-VN',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--hide-scrollbars',
  '--mute-audio',
]

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})
const contextSchema = z.object({ browserContextId: z.string() })
const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const valueSchema = z.object({
  result: z.object({ value: z.unknown() }),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})

/** The address of a started browser's DevTools socket, from what it prints. */
function socketOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`Chromium did not come up: ${printed}`)), START_WITHIN_MS)
    browser.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const [address] = /ws:\/\/\S+/.exec(printed) ?? []
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    browser.once('exit', () => reject(new Error(`Chromium ended: ${printed}`)))
  })
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>

/** Commands and their answers over one socket. */
async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  socket.on('message', (data: Buffer) => {
    const answer = answerSchema.safeParse(JSON.parse(data.toString()))
    if (!answer.success) return
    waiting.get(answer.data.id)?.(answer.data)
    waiting.delete(answer.data.id)
  })
  const send: Send = async (method, params = {}, sessionId) => {
    last += 1
    const id = last
    const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
    const { result, error } = answerSchema.parse(await answered)
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  return { send, close: () => socket.close() }
}

async function openTab(send: Send): Promise<BareTab> {
  const context = contextSchema.parse(await send('Target.createBrowserContext'))
  const target = targetSchema.parse(await send('Target.createTarget', { url: 'about:blank', ...VIEWPORT, ...context }))
  const { sessionId } = sessionSchema.parse(await send('Target.attachToTarget', { ...target, flatten: true }))
  const sendHere: BareTab['send'] = (method, params) => send(method, params, sessionId)
  await pause(WINDOW_SETTLES_MS)
  return {
    send: sendHere,
    async goTo(url) {
      await sendHere('Page.navigate', { url })
    },
    async evaluate(expression) {
      const answer = await sendHere('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
      const { result, exceptionDetails } = valueSchema.parse(answer)
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return result.value
    },
    async close() {
      await send('Target.closeTarget', target)
      await send('Target.disposeBrowserContext', context)
    },
  }
}

/** Starts a browser with a profile of its own. Throws when it does not come up. */
export async function launchBare(): Promise<BareBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'parkscope-bench-'))
  const flags = [...FLAGS, `--window-size=${VIEWPORT.width},${VIEWPORT.height}`, `--user-data-dir=${profile}`]
  const browser = spawn(ensureChromium(), [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const { send, close } = await connect(await socketOf(browser))
  return {
    open: () => openTab(send),
    async close() {
      const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()))
      await send('Browser.close')
      close()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
