import { z } from 'zod'
import { inPark, listOf, paging } from './endpoint-parts.ts'
import { instantSchema, parkIdSchema } from './primitives.ts'
import { roleSchema } from './session.ts'

/** Beginning of every wall link's token, so that a server knows one without asking its issuer. */
export const WALL_TOKEN_PREFIX = 'wall-'

export const wallLinkIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)

/** A read-only address for one wall. Its token is told once, when it is made. */
export const wallLinkSchema = z.object({
  id: wallLinkIdSchema,
  parkId: parkIdSchema,
  /** Where the wall hangs: what it is found by when it has to be revoked. */
  name: z.string().min(1).max(60),
  profile: z.string().min(1).max(40),
  created: instantSchema,
  createdBy: roleSchema,
  /** Null while it is valid. */
  revoked: instantSchema.nullable(),
})
export type WallLink = z.infer<typeof wallLinkSchema>

export const newWallLinkSchema = z.object({
  name: z.string().trim().min(1).max(60),
  profile: z.string().min(1).max(40),
  idempotencyKey: z.string().min(8).max(80),
})

export const madeWallLinkSchema = wallLinkSchema.extend({ token: z.string().min(8).max(600) })
export type MadeWallLink = z.infer<typeof madeWallLinkSchema>

/** Links of walls: read the park and its live channel, and nothing else. */
export const WALL_LINK_ENDPOINTS = {
  wallLinks: {
    method: 'GET',
    path: '/parks/{parkId}/wall-links',
    summary: 'Links of walls, newest first, without their tokens',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(wallLinkSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  makeWallLink: {
    method: 'POST',
    path: '/parks/{parkId}/wall-links',
    summary: 'Makes a link. Its token reads and takes live tickets; everything else answers 403',
    params: inPark,
    query: z.object({}),
    body: newWallLinkSchema,
    answer: madeWallLinkSchema,
    status: 201,
    errors: [400, 401, 403, 404, 409, 500],
  },
  revokeWallLink: {
    method: 'DELETE',
    path: '/parks/{parkId}/wall-links/{linkId}',
    summary:
      'Revokes a link: its token answers 401 with a problem `link-revoked` from then on, its live channel closes',
    params: inPark.extend({ linkId: wallLinkIdSchema }),
    query: z.object({}),
    body: null,
    answer: wallLinkSchema,
    status: 200,
    errors: [401, 403, 404, 409, 500],
  },
} as const
