import { type ChildProcess, fork } from 'node:child_process'

export interface FaultServer {
  port: number
  /** Sets the server's clock so far ahead of the real one, negative for behind. */
  setSkew(skewMs: number): Promise<void>
  stop(): void
}

function nextMessage(child: ChildProcess, key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the fault server ended with ${code}`)))
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null || !(key in message)) return
      resolve(Number(Reflect.get(message, key)))
    })
  })
}

/** Starts the park of the fault suite; each start has an epoch and a sequence of its own. */
export async function startFaultServer(): Promise<FaultServer> {
  const child = fork(new URL('fault-server.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const port = await nextMessage(child, 'port')
  return {
    port,
    async setSkew(skewMs) {
      const done = nextMessage(child, 'skewMs')
      child.send({ skewMs })
      await done
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
