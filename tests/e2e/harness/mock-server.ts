import { type ChildProcess, spawn } from 'node:child_process'

export interface RunningServer {
  port: number
  stop(): void
}

/** Starts the simulated park, or another server of this folder, behind a real port and waits until it answers. */
export async function startServerProcess(
  options: readonly string[] = [],
  script = 'mocks/server.ts',
): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, [script, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the mock server ended with ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /:(\d+)\/api/.exec(chunk.toString())
      if (found) resolve(Number(found[1]))
    })
  })
  return { port, stop: () => void child.kill() }
}
