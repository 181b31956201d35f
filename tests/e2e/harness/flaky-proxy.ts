import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

export interface FlakyProxy {
  port: number
  /** Drops every connection and refuses new ones, as an unplugged network does. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

/** A TCP relay to a port of this machine that can be cut and restored. */
export async function startFlakyProxy(targetPort: number): Promise<FlakyProxy> {
  const open = new Set<Socket>()
  let cut = false
  const server = createServer((client) => {
    if (cut) {
      client.destroy()
      return
    }
    const target = connect(targetPort, '127.0.0.1')
    for (const socket of [client, target]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => socket.destroy())
    }
    client.pipe(target)
    target.pipe(client)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const dropAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      cut = true
      dropAll()
    },
    restore() {
      cut = false
    },
    close() {
      dropAll()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
