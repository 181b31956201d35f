import type { EndpointName } from '../src/contract/endpoints.ts'
import type { LiveMessage } from './live-encoder.ts'

/** What can go wrong with an answer. Paths are like `items.0.periodMs`; `*` stands for every element. */
export type HttpFault =
  | { kind: 'delete-field'; endpoint: EndpointName; path: string }
  | { kind: 'set-field'; endpoint: EndpointName; path: string; value: unknown }
  | { kind: 'status'; endpoint: EndpointName; status: number; retryAfterS?: number }
  | { kind: 'delay'; endpoint: EndpointName; delayMs: number }

/** What can go wrong on the live channel. `every`: one in so many messages. */
export type LiveFault = { kind: 'cut-binary'; every: number; bytes: number } | { kind: 'drop'; every: number }

/** Changes a JSON value in place along a path; answers how many places were changed. */
export function damageValue(value: unknown, path: string, change: { delete: true } | { set: unknown }): number {
  const parts = path.split('.')
  return damageAt(value, parts, change)
}

function damageAt(value: unknown, parts: readonly string[], change: { delete: true } | { set: unknown }): number {
  const [part, ...rest] = parts
  if (part === undefined || typeof value !== 'object' || value === null) return 0
  const keys = part === '*' ? Object.keys(value) : part in value ? [part] : []
  if (rest.length > 0) return keys.reduce((sum, key) => sum + damageAt(Reflect.get(value, key), rest, change), 0)
  for (const key of keys) {
    if ('delete' in change) Reflect.deleteProperty(value, key)
    else Reflect.set(value, key, change.set)
  }
  return keys.length
}

/** Puts a fault on an answer that was right. */
export async function damageResponse(response: Response, fault: HttpFault): Promise<Response> {
  if (fault.kind === 'delay') {
    await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    return response
  }
  if (fault.kind === 'status') {
    const headers = new Headers(response.headers)
    if (fault.retryAfterS !== undefined) headers.set('retry-after', String(fault.retryAfterS))
    return new Response(await response.text(), { status: fault.status, headers })
  }
  const value: unknown = JSON.parse(await response.text())
  damageValue(value, fault.path, fault.kind === 'set-field' ? { set: fault.value } : { delete: true })
  return new Response(JSON.stringify(value), { status: response.status, headers: response.headers })
}

/** Puts faults on the messages of one live connection; null where a message gets lost. */
export function createLiveDamage(faults: readonly LiveFault[]): (message: LiveMessage) => LiveMessage | null {
  const counts = faults.map(() => 0)
  return (message) => {
    let result: LiveMessage | null = message
    faults.forEach((fault, k) => {
      if (result === null || (fault.kind === 'cut-binary' && typeof result === 'string')) return
      counts[k] = (counts[k] ?? 0) + 1
      if ((counts[k] ?? 0) % fault.every !== 0) return
      result = fault.kind === 'drop' || typeof result === 'string' ? null : result.slice(0, -fault.bytes)
    })
    return result
  }
}
