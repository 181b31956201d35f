import { queryOptions } from '@tanstack/react-query'
import type { DemoSession, Role } from '../contract/session.ts'
import { call } from './call.ts'
import { FRESH_DATA } from './query-policy.ts'

export const SESSION_KEY = ['session'] as const

export const sessionQueries = {
  /** As whom the server judges our requests. Ask again after the token has changed. */
  current: () =>
    queryOptions({
      queryKey: SESSION_KEY,
      queryFn: ({ signal }) => call('session', { signal }),
      ...FRESH_DATA,
    }),
}

/** Takes a role of the simulated park. Keep the token in memory and give it to `setTokenProvider`. */
export function takeDemoRole(role: Role): Promise<DemoSession> {
  return call('demoRole', { body: { role } })
}
