import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

let server: ChildProcess
let baseUrl: string

/** Starts the server as `npm run mock:server` does and waits for the address that it prints. */
function start(...options: string[]): Promise<string> {
  server = spawn(process.execPath, ['mocks/server.ts', ...options], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(chunk.toString())
      if (address) resolve(address[0])
    })
    server.once('exit', (code) => reject(new Error(`server ended with ${code}`)))
  })
}

beforeAll(async () => {
  baseUrl = await start('--port', '0', '--scenario', 'comms-loss', '--seed', '3')
}, 60_000)

afterAll(() => server.kill())

describe('the simulated park behind a real port', () => {
  it('passes the conformance run as a newcomer starts it', async () => {
    const { stdout } = await run(process.execPath, ['tests/contract/conformance.ts', baseUrl], { cwd: ROOT })
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/)
  }, 120_000)

  it('lets pages of other origins in, and keeps large requests out', async () => {
    const preflight = await fetch(`${baseUrl}/api/v1/server`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    const body = `"${'x'.repeat(70_000)}"`
    expect((await fetch(`${baseUrl}/api/v1/live/tickets`, { method: 'POST', body })).status).toBe(413)
  })

  it('packs large answers for whoever takes them packed', async () => {
    const url = `${baseUrl}/api/v1/parks/bau-bang/collections/plots/items?limit=5000`
    const packed = await fetch(url)
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBe(null)
    expect(await packed.json()).toEqual(await plain.json())
  })

  it.each([
    [['--port', 'many'], '--port'],
    [['--scenario', 'carnival'], '--scenario'],
    [['--park', 'atlantis'], '--park'],
  ])('says what is wrong with %s', async (options, named) => {
    const failed = run(process.execPath, ['mocks/server.ts', ...options], { cwd: ROOT })
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(named) })
  })
})

describe('npm run conformance', () => {
  it('exits 1 and names the place when a server is not there', async () => {
    const failed = run(process.execPath, ['tests/contract/conformance.ts', 'http://127.0.0.1:9'], { cwd: ROOT })
    await expect(failed).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('FAIL  server') })
  })

  it('exits 2 without an address', async () => {
    const failed = run(process.execPath, ['tests/contract/conformance.ts'], { cwd: ROOT })
    await expect(failed).rejects.toMatchObject({ code: 2 })
  })
})
