import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startRecovery, type ProbeAnswer } from '../../src/session/recovery.ts'
import { probePage, runningEntry } from '../../src/session/probe.ts'
import { noteMapState, useRecovery, useUnattended, useUnsaved, wishReload } from '../../src/session/recovery-store.ts'
import { FakeScheduler } from '../live/fake-scheduler.ts'

function Form() {
  useUnsaved()
  return null
}

function Wall() {
  useUnattended()
  return null
}

let scheduler: FakeScheduler
let reloads = 0
let answer: ProbeAnswer = { ok: true, newVersion: true }
let stop = (): void => undefined

function open(): void {
  stop()
  stop = startRecovery({
    scheduler,
    probe: async () => answer,
    reload: () => {
      reloads += 1
    },
    storage: sessionStorage,
  })
}

/** Lets time pass with the answers that come in it. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1000) {
    scheduler.advance(1000)
    await Promise.resolve()
    await Promise.resolve()
  }
}

beforeEach(() => {
  scheduler = new FakeScheduler(0)
  reloads = 0
  answer = { ok: true, newVersion: true }
  sessionStorage.clear()
  useRecovery.setState({ wishes: [], waiting: null, last: null })
})

afterEach(() => {
  stop()
  cleanup()
})

it('a missing part reloads once, waits while a form is open, and keeps to the window across pages', async () => {
  open()
  const form = render(<Form />)
  wishReload('new-version')
  await pass(30_000)
  expect(reloads).toBe(0)
  expect(useRecovery.getState().waiting).toEqual({ cause: 'new-version', for: 'input' })
  form.unmount()
  await pass(10_000)
  expect(reloads).toBe(1)

  open()
  expect(useRecovery.getState().last?.cause).toBe('new-version')
  wishReload('new-version')
  await pass(60_000)
  expect(reloads).toBe(1)
  expect(useRecovery.getState().waiting?.for).toBe('window')
  await pass(600_000)
  expect(reloads).toBe(2)
})

it('an unattended page waits for the server and then reloads for a map that is lost too often', async () => {
  render(<Wall />)
  open()
  answer = { ok: false }
  for (let loss = 0; loss < 3; loss += 1) {
    noteMapState('recovering', scheduler.now())
    noteMapState('recovered', scheduler.now())
  }
  await pass(120_000)
  expect(reloads).toBe(0)
  answer = { ok: true, newVersion: false }
  await pass(120_000)
  expect(reloads).toBe(1)
})

const page = (entry: string) => `<div id="root"></div><script src="./assets/${entry}"></script>`

it('takes only the product itself for an answer, and tells another version by its entry', async () => {
  document.head.innerHTML = '<script type="module" src="./assets/index-aaa.js"></script>'
  const running = runningEntry(document)
  expect(running).toBe('assets/index-aaa.js')
  const asked = (text: string, status = 200) => probePage(running, async () => new Response(text, { status }))
  expect(await asked(page('index-aaa.js'))).toEqual({ ok: true, newVersion: false })
  expect(await asked(page('index-bbb.js'))).toEqual({ ok: true, newVersion: true })
  expect(await asked('<form>Guest network login</form>')).toEqual({ ok: false })
  expect(await asked(page('index-bbb.js'), 503)).toEqual({ ok: false })
  expect(
    await probePage(running, async () => {
      throw new TypeError('Failed to fetch')
    }),
  ).toEqual({ ok: false })
  document.head.innerHTML = ''
})
