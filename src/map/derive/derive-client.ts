import type { DeriveInput, DeriveOutput } from './derive-types.ts'

/** Derives the detail off the main thread; a browser without module workers derives it here. */
export async function deriveDetail(input: DeriveInput): Promise<DeriveOutput> {
  try {
    return await deriveInWorker(input)
  } catch {
    const { deriveDetail: deriveHere } = await import('./derive.ts')
    return deriveHere(input)
  }
}

function deriveInWorker(input: DeriveInput): Promise<DeriveOutput> {
  const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' })
  const result = new Promise<DeriveOutput>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<DeriveOutput>) => resolve(event.data), { once: true })
    worker.addEventListener('error', () => reject(new Error('the detail worker failed')), { once: true })
  })
  worker.postMessage(input, [])
  return result.finally(() => worker.terminate())
}
