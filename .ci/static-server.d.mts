import type { Server } from 'node:http'
export function createStaticServer(root: string, base?: string): Server
export function listen(server: Server, port: number, host?: string): Promise<number>
