import type { z } from 'zod'

export const API_BASE = '/api/v1'

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path under API_BASE with `{name}` parameters. */
  path: string
  summary: string
  params: z.ZodObject
  query: z.ZodObject
  body: z.ZodType | null
  answer: z.ZodType
  /** HTTP status of success. */
  status: 200 | 201
  /** HTTP statuses that carry a problem document. */
  errors: readonly number[]
}

/** Whether an endpoint changes something in a park: what is refused while a client replays. */
export function isCommand({ method, path }: Pick<Endpoint, 'method' | 'path'>): boolean {
  return method !== 'GET' && path.startsWith('/parks/')
}
