import { z } from 'zod'

/** RFC 9457 problem document; `field` names the offending input where there is one. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().optional(),
  instance: z.string().optional(),
  field: z.string().optional(),
  /** The resource as it is now, where a conflict (409) says that it is not what the client thought. */
  current: z.unknown().optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const PROBLEM_BASE = 'https://parkscope.example/problems/'
/** Code of the answer to a wall link which has been revoked. */
export const LINK_REVOKED = 'link-revoked'
export type ProblemCode =
  | 'not-found'
  | 'invalid-parameter'
  | 'unsupported-contract'
  | 'unauthorized'
  | 'link-revoked'
  | 'forbidden'
  | 'conflict'
  | 'replay-read-only'
  | 'not-kept'
  | 'limit-exceeded'
  | 'too-many-requests'
  | 'internal'
  | 'unavailable'

/** Builds a problem document of a known code. */
export function problem(
  code: ProblemCode,
  status: number,
  title: string,
  extra: { detail?: string; field?: string; instance?: string; current?: unknown } = {},
): Problem {
  return { type: PROBLEM_BASE + code, title, status, ...extra }
}
