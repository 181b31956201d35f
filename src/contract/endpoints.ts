import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { FIRST_ENDPOINTS } from './first-endpoints.ts'
import { LATER_ENDPOINTS } from './later-endpoints.ts'

/**
 * Every HTTP endpoint of the product. OpenAPI document and conformance run read this table; client and mock read its two
 * parts, the second when it is needed (`endpoint-of.ts`).
 */
export const ENDPOINTS = { ...FIRST_ENDPOINTS, ...LATER_ENDPOINTS } as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
export type Params<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['params']>
export type Query<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['query']>
export type Answer<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['answer']>
export type Body<N extends EndpointName> = (typeof ENDPOINTS)[N]['body'] extends z.ZodType
  ? z.input<NonNullable<(typeof ENDPOINTS)[N]['body']>>
  : undefined

/** Endpoints that answer a list of rows with ids. */
export type ListName = {
  [N in EndpointName]: Answer<N> extends { items: { id: string }[] } ? N : never
}[EndpointName]
export type RowOf<N extends ListName> = Answer<N>['items'][number]
