import { CORES, HERE } from 'virtual:park-files'
import type { FromWorld, ToWorld, WorldPort, WorldSettings } from './world-messages.ts'

declare global {
  var parkscopeWorldPort: WorldPort<FromWorld, ToWorld> | undefined
}

/** Address of the built worker: the same file serves as a worker and, where there is none, as a module of the page. */
const [workerAddress = ''] = Object.values(
  import.meta.glob<string>('./world.worker.ts', { query: '?worker&url', import: 'default', eager: true }),
)

/** A worker whose code is loading, with what a listener that comes later would have missed. */
interface EarlyWorker {
  worker: Worker
  failed: boolean
  /** Its code runs: it has answered. */
  answered: boolean
}

let early: EarlyWorker | null = null

function loadWorker(): EarlyWorker {
  const worker = new Worker(workerAddress, { type: 'module' })
  const loading: EarlyWorker = { worker, failed: false, answered: false }
  worker.addEventListener('error', () => {
    loading.failed = true
  })
  worker.addEventListener(
    'message',
    () => {
      loading.answered = true
    },
    { once: true },
  )
  return loading
}

/** Starts loading the world's code before anybody knows with which settings it will run. Never throws. */
export function prepareWorld(): void {
  try {
    early ??= loadWorker()
  } catch {
    // Without workers the world runs in the page: see `openWorld`.
  }
}

/** Has the browser fetch what a park's world starts from: the worker, whose code is still on its way, finds it there. */
async function fetchAhead(park: string): Promise<void> {
  const path = CORES[park]
  if (path === undefined) return
  try {
    const answer = await fetch(new URL(path, HERE))
    await answer.arrayBuffer()
  } catch {
    // The world asks for it again, and tells.
  }
}

/** Lets a prepared world read the files of a park while nobody knows yet with which settings it will run. */
export function expectPark(park: string | null): void {
  if (park === null || early === null) return
  early.worker.postMessage({ kind: 'expect', park } satisfies ToWorld, [])
  void fetchAhead(park)
}

/** Ends a prepared world that nobody is going to start. */
export function dropWorld(): void {
  early?.worker.terminate()
  early = null
}

/**
 * Starts the simulated world in a worker of its own and answers the channel to it. Where a worker cannot be had, the
 * same module runs in the page, behind a channel that works alike.
 */
export async function openWorld(settings: WorldSettings): Promise<WorldPort<ToWorld, FromWorld>> {
  try {
    const { worker, failed, answered } = early ?? loadWorker()
    early = null
    if (failed) throw new Error('the worker of the simulated world failed')
    if (!answered) return await started(worker, settings, worker)
    // It may be reading a park now, behind which its next answer would have to wait.
    worker.postMessage({ kind: 'start', settings } satisfies ToWorld, [])
    return worker
  } catch {
    const { port1, port2 } = new MessageChannel()
    port1.start()
    port2.start()
    globalThis.parkscopeWorldPort = port1
    await import(/* @vite-ignore */ workerAddress)
    return started(port2, settings)
  }
}

/** Resolves once the world is there; rejects when its module cannot be loaded. */
function started<P extends WorldPort<ToWorld, FromWorld>>(port: P, settings: WorldSettings, worker?: Worker) {
  return new Promise<P>((resolve, reject) => {
    worker?.addEventListener('error', () => reject(new Error('the worker of the simulated world failed')))
    port.addEventListener('message', ({ data }) => {
      if (data.kind === 'ready') resolve(port)
    })
    port.postMessage({ kind: 'start', settings }, [])
  })
}
