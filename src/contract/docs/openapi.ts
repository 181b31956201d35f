import type { z } from 'zod'
import { COLLECTIONS } from '../collections.ts'
import { REPLAY_HEADER } from '../endpoint-parts.ts'
import { API_BASE, type Endpoint, isCommand } from '../endpoint.ts'
import { ENDPOINTS } from '../endpoints.ts'
import { CONTRACT_VERSION, instantSchema } from '../primitives.ts'
import { problemSchema } from '../problem.ts'
import { REGISTERS } from '../registers.ts'
import { type JsonObject, schemaOf } from './json-schema.ts'

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'A parameter is wrong; `field` names it',
  401: 'Not signed in',
  403: 'The role may not do this',
  404: 'No such resource',
  405: 'Not allowed on this resource',
  409: 'Somebody was faster, it exists already, or the state does not allow it; `current` may carry the state',
  422: 'A limit is passed; `field` names the input',
  500: 'Fault of the server',
  503: 'Not ready; Retry-After says when to try again',
}

/** OpenAPI 3.1 document of the endpoint table. */
export function buildOpenApi(): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
    const path = API_BASE + endpoint.path
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parkscope server API',
      version: CONTRACT_VERSION,
      description:
        'What a server offers to the Parkscope control room. Times are RFC 3339 in UTC, units UCUM, qualities OPC UA ' +
        'status names, geometry GeoJSON (RFC 7946), errors RFC 9457. Readers tolerate fields that they do not know. ' +
        'The live channel is described in asyncapi.json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Problem: schemaOf(problemSchema),
        ...Object.fromEntries(Object.entries(COLLECTIONS).map(([id, schema]) => [`feature-${id}`, schemaOf(schema)])),
        ...Object.fromEntries(Object.entries(REGISTERS).map(([id, { schema }]) => [`row-${id}`, schemaOf(schema)])),
      },
    },
  }
}

function operationOf(name: string, endpoint: Endpoint): JsonObject {
  const operation: JsonObject = {
    operationId: name,
    summary: endpoint.summary,
    parameters: [
      ...parametersOf('path', endpoint.params),
      ...parametersOf('query', endpoint.query),
      ...replayOf(endpoint),
    ],
    responses: {
      [endpoint.status]: {
        description: STATUS_TEXT[endpoint.status] ?? '',
        content: { 'application/json': { schema: schemaOf(endpoint.answer) } },
      },
      ...Object.fromEntries(endpoint.errors.map((status) => [status, problemOf(status)])),
    },
  }
  if (endpoint.body !== null) {
    operation.requestBody = { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body) } } }
  }
  if (name.includes('RegisterRow') || name === 'registerRows') {
    operation.description = 'A row has the schema `row-<registerId>` of components.'
  }
  if (name === 'items') operation.description = 'Each feature has the schema `feature-<collectionId>` of components.'
  return operation
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject): JsonObject[] {
  const { properties = {}, required = [] } = schemaOf(schema)
  const needed = Array.isArray(required) ? required : []
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: property,
  }))
}

/** A client that replays says so with every command, and is refused. */
function replayOf(endpoint: Endpoint): JsonObject[] {
  if (!isCommand(endpoint)) return []
  const description = 'Instant that the client replays; the request is then refused with 409 `replay-read-only`'
  return [{ name: REPLAY_HEADER, in: 'header', required: false, description, schema: schemaOf(instantSchema) }]
}

function problemOf(status: number): JsonObject {
  return {
    description: STATUS_TEXT[status] ?? 'Error',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
