import { type ReactNode, createContext } from 'react'
import type { LiveClient } from './live-client.ts'

/** The live client of the open park; null while there is none. */
export const LiveContext = createContext<LiveClient | null>(null)

/** Offers a live client to the hooks below it. */
export function LiveProvider({ client, children }: { client: LiveClient | null; children: ReactNode }) {
  return <LiveContext value={client}>{children}</LiveContext>
}
