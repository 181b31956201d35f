import { parkInHash } from './hash.ts'

let coming: Promise<Response> | null = null

const ask = (): Promise<Response> => fetch('./config.json', { cache: 'no-cache' })

/** Asks for `config.json` before the code that reads it is there. */
export function askForConfig(): Promise<Response> {
  coming ??= ask()
  return coming
}

/** The answer that was asked for ahead, once; whoever comes again asks again. */
export function takeConfig(): Promise<Response> {
  const taken = coming ?? ask()
  coming = null
  return taken
}

function parkIn(config: unknown): string | null {
  if (typeof config !== 'object' || config === null) return null
  const { apiBaseUrl, defaultPark }: { apiBaseUrl?: unknown; defaultPark?: unknown } = config
  return typeof apiBaseUrl !== 'string' && typeof defaultPark === 'string' ? defaultPark : null
}

/** Park that a page without a server will most likely open: address, or else the configuration. The start decides. */
export async function likelyPark(hash: string): Promise<string | null> {
  try {
    const answer = await askForConfig()
    const inConfig = parkIn(await answer.clone().json())
    return inConfig && (parkInHash(hash) ?? inConfig)
  } catch {
    return null
  }
}
