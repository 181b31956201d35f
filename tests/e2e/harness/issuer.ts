import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export interface Issuer {
  url: string
  /** From now on the issuer forgets every session, as after an administrator has ended it. */
  forget(): void
  stop(): Promise<void>
}

/**
 * A real OpenID Connect issuer on this machine: code with PKCE only, its own login page, and a `role` that is the name
 * one signs in with. Tokens last `tokenS` seconds.
 */
export async function startIssuer(pageUrl: string, tokenS: number): Promise<Issuer> {
  // The issuer has to know its own address before it can be made: take a port first.
  let provider: RequestListener | null = null
  const server = createServer((request, response) => {
    if (provider) provider(request, response)
    else response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const open = (key: string): Provider =>
    new Provider(url, {
      clients: [
        {
          client_id: 'parkscope',
          token_endpoint_auth_method: 'none',
          redirect_uris: [pageUrl],
          post_logout_redirect_uris: [pageUrl],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub', 'role'] },
      clientBasedCORS: () => true,
      cookies: { keys: [key] },
      features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, role: id }) }),
      pkce: { required: () => true },
      ttl: {
        AccessToken: tokenS,
        IdToken: tokenS,
        Session: 3600,
        Grant: 3600,
        Interaction: 600,
        AuthorizationCode: 60,
      },
    })
  let generation = 1
  provider = open(`key-${generation}`).callback()
  return {
    url,
    forget() {
      generation += 1
      // Another key for the cookies: sessions signed with the old one are not known any more.
      provider = open(`key-${generation}`).callback()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
