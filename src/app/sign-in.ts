import type { QueryClient } from '@tanstack/react-query'
import { setTokenProvider } from '../api/config.ts'
import { HttpError } from '../api/errors.ts'
import { SESSION_KEY, sessionQueries, takeDemoRole } from '../api/session-queries.ts'
import type { OidcSession } from '../session/oidc.ts'
import { getSession, useSession } from '../session/session-store.ts'
import type { Config } from './config.ts'
import { wallKeyOf } from './look.ts'

/** A refused token is asked for anew at most so often. */
const RETAKE_MS = 5000

/** Asks again for whatever depends on who asks, and shows the role that the server gives. */
async function refreshRole(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: SESSION_KEY })
  try {
    const { role } = await client.fetchQuery(sessionQueries.current())
    getSession().setRole(role)
  } catch {
    // The role on screen stays; the server says no where it has to.
  }
}

const isRefused = (error: unknown): boolean => error instanceof HttpError && error.status === 401

/** Hears of every answer 401, whichever query or command it came to. */
function onUnauthorized(client: QueryClient, act: () => void): () => void {
  const endQueries = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isRefused(event.action.error)) act()
  })
  const endCommands = client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isRefused(event.action.error)) act()
  })
  return () => {
    endQueries()
    endCommands()
  }
}

/** The role from the menu: a token for it, taken again when the role changes or the server has forgotten it. */
function startDemoRole(client: QueryClient): () => void {
  let token: string | null = null
  let takenMs = Number.NEGATIVE_INFINITY
  let asked = 0
  setTokenProvider(() => token)
  const take = async (): Promise<void> => {
    const mine = ++asked
    takenMs = performance.now()
    const { role } = getSession()
    token = null
    try {
      const session = role === 'viewer' ? null : await takeDemoRole(role)
      // A later choice wins over a slow answer.
      if (mine === asked) token = session?.token ?? null
    } catch {
      // Without a token the server reads us as a viewer and refuses commands, with its reason.
    }
    if (mine === asked) await client.invalidateQueries({ queryKey: SESSION_KEY })
  }
  void take()
  const endRole = useSession.subscribe((state, before) => {
    if (state.role !== before.role) void take()
  })
  const endRefused = onUnauthorized(client, () => {
    if (performance.now() - takenMs > RETAKE_MS) void take().then(() => client.invalidateQueries())
  })
  return () => {
    endRole()
    endRefused()
  }
}

/** Sign-in at the park's issuer. Until it is settled requests go out without a token and read as a viewer's. */
async function startOidc(client: QueryClient, oidc: NonNullable<Config['oidc']>, pageUrl: string): Promise<() => void> {
  const { openOidcSession } = await import('../session/oidc.ts')
  getSession().setRole('viewer')
  const session: OidcSession = openOidcSession(oidc, pageUrl, () => void refreshRole(client))
  setTokenProvider(session.token)
  await session.settled
  return onUnauthorized(client, session.refused)
}

/**
 * Starts sign-in as the configuration says; the answer ends it. A page that was opened by a wall link has no session:
 * its token is the link's.
 */
export function startSignIn(client: QueryClient, config: Config, pageUrl: string): () => void {
  const key = wallKeyOf(location.hash)
  if (key !== undefined) {
    setTokenProvider(() => key)
    return () => setTokenProvider(() => null)
  }
  if (config.oidc === null) return startDemoRole(client)
  let ended = false
  let end: (() => void) | null = null
  const start = async (oidc: NonNullable<Config['oidc']>): Promise<void> => {
    const stop = await startOidc(client, oidc, pageUrl)
    if (ended) stop()
    else end = stop
  }
  void start(config.oidc)
  return () => {
    ended = true
    end?.()
    setTokenProvider(() => null)
  }
}
