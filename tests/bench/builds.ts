import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Builds a page of the bench into a folder of its own; the caller removes it. */
export async function buildPage(name: 'floor' | 'charts' | 'stack'): Promise<{ root: string; remove(): void }> {
  const root = mkdtempSync(join(tmpdir(), `parkscope-${name}-`))
  await build({
    configFile: false,
    root: join(import.meta.dirname, name),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: root, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  })
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Runs one of the product's build scripts. Throws when it fails. */
export function buildProduct(script: 'build' | 'build:live'): void {
  console.error(`npm run ${script}`)
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`"npm run ${script}" failed`)
}

export interface MockServer {
  url: string
  stop(): void
}

/** Starts a server script on a port and waits until it answers. Throws after 60 s. */
export async function startServer(script: string, port: number, options: readonly string[] = []): Promise<MockServer> {
  const child = spawn(process.execPath, [script, '--port', String(port), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = () => void child.kill()
  process.once('exit', stop)
  const url = `http://127.0.0.1:${port}/`
  for (let attempt = 0; attempt < 240 && child.exitCode === null; attempt++) {
    const answer = await fetch(new URL('api/v1/server', url)).catch(() => null)
    if (answer?.ok) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  stop()
  throw new Error(`${script} did not answer at ${url}`)
}
