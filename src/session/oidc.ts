import { InMemoryWebStorage, UserManager, WebStorageStateStore, type UserManagerSettings } from 'oidc-client-ts'
import { z } from 'zod'
import { useSignIn } from './sign-in-store.ts'

/** Issuer of the park's own accounts, as `config.json` names it. */
export interface OidcSettings {
  issuer: string
  clientId: string
  scope: string
}

const landingSchema = z.object({ hash: z.string().startsWith('#') })

/** Longest wait for the issuer before the page goes on read-only, seconds. */
const PATIENCE_S = 10

function settingsOf({ issuer, clientId, scope }: OidcSettings, pageUrl: string): UserManagerSettings {
  return {
    authority: issuer,
    client_id: clientId,
    scope,
    response_type: 'code',
    redirect_uri: pageUrl,
    silent_redirect_uri: pageUrl,
    post_logout_redirect_uri: pageUrl,
    // Tokens live in memory only; a reload asks the issuer again. What waits for the redirect is no token.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    silentRequestTimeoutInSeconds: PATIENCE_S,
    maxSilentRenewTimeoutRetries: 3,
    loadUserInfo: false,
    monitorSession: false,
  }
}

/** Whether an address is the issuer's answer: it carries a state with a code or an error. */
export function isIssuerAnswer(url: URL): boolean {
  const { searchParams } = url
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'))
}

/** In the frame of a silent renewal: hands the answer to the page around it. */
export async function answerInFrame(settings: OidcSettings, pageUrl: string): Promise<void> {
  await new UserManager(settingsOf(settings, pageUrl)).signinSilentCallback(location.href)
}

export interface OidcSession {
  /** Token for the next request; null reads as a viewer. */
  token: () => string | null
  /** Ends when the issuer has said whether there is a session. Never throws: without one the page is read-only. */
  settled: Promise<void>
  /** The server refused the token. */
  refused: () => void
}

/**
 * Authorization code with PKCE at the park's own issuer. Comes back from the redirect, or asks silently for a session
 * that is still open there, and renews by itself. When that fails the page goes on read-only; nobody meets a wall.
 */
export function openOidcSession(settings: OidcSettings, pageUrl: string, changed: () => void): OidcSession {
  const manager = new UserManager(settingsOf(settings, pageUrl))
  const { set } = useSignIn.getState()
  let token: string | null = null
  const lose = (state: 'signed-out' | 'expired'): void => {
    if (token === null && useSignIn.getState().state === state) return
    token = null
    set(state)
    changed()
  }
  manager.events.addUserLoaded((user) => {
    token = user.access_token
    set('signed-in')
    changed()
  })
  manager.events.addAccessTokenExpired(() => lose('expired'))
  manager.events.addUserSignedOut(() => lose('signed-out'))
  set('checking')
  useSignIn.setState({
    actions: {
      signIn: () => void manager.signinRedirect({ state: { hash: location.hash } }).catch(() => lose('signed-out')),
      signOut: () => {
        lose('signed-out')
        void manager.signoutRedirect().catch(() => undefined)
      },
    },
  })

  const comeBack = async (): Promise<void> => {
    const user = await manager.signinRedirectCallback(location.href)
    const landing = landingSchema.safeParse(user.state)
    history.replaceState(null, '', `${location.pathname}${landing.success ? landing.data.hash : location.hash}`)
  }
  const settle = async (): Promise<void> => {
    try {
      if (isIssuerAnswer(new URL(location.href))) await comeBack()
      else await manager.signinSilent()
    } catch {
      history.replaceState(null, '', `${location.pathname}${location.hash}`)
      lose('signed-out')
    }
  }
  return { token: () => token, settled: settle(), refused: () => lose('expired') }
}
