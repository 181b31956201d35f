import type { Server } from 'node:http'
export interface StaticServerOptions {
  /** What is answered for config.json in place of the build's own. */
  config?: () => string
  /** Origins that the policy allows beyond those that config.json names. */
  connect?: readonly string[]
}
export function createStaticServer(root: string, base?: string, options?: StaticServerOptions): Server
export function listen(server: Server, port: number, host?: string): Promise<number>
