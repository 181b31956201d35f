/** The parts of the issuer library that the test issuer uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  interface Account {
    accountId: string
    claims: () => Record<string, unknown>
  }

  export interface Configuration {
    clients: Record<string, unknown>[]
    claims: Record<string, string[]>
    clientBasedCORS: () => boolean
    cookies: { keys: string[] }
    features: Record<string, { enabled: boolean }>
    findAccount: (context: unknown, id: string) => Account
    pkce: { required: () => boolean }
    ttl: Record<string, number>
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
