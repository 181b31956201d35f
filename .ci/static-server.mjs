import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { securityHeaders } from './security-headers.mjs'
import { shiftScript } from './test-clock.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.geojson', '.svg', '.webmanifest'])

/** File that a request path names below `base`, or the status that refuses it. */
async function findFile(root, base, path) {
  if (!path.startsWith(base)) return { status: 404 }
  const asked = path.slice(base.length)
  const file = normalize(join(root, asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked))
  if (!file.startsWith(normalize(root) + sep)) return { status: 403 }
  const info = await stat(file).catch(() => null)
  return info?.isFile() ? { status: 200, file, changedMs: info.mtimeMs } : { status: 404 }
}

/**
 * Serves a folder of static files below `base` (for example `/demo/`), gzip where the client takes it.
 * Hashed assets are cached for a year, everything else is revalidated. Every answer carries the security headers for
 * the `config.json` in place; `options.config` answers another one, `options.connect` allows more origins.
 */
export function createStaticServer(root, base = '/', options = {}) {
  const packed = new Map()
  // Browser tests put the clock of every page and worker ahead: see test-clock.mjs.
  const shiftMs = Number(process.env['PARKSCOPE_CLOCK_SHIFT_MS'] ?? 0)
  const configText = async () =>
    options.config?.() ?? (await readFile(join(root, 'config.json'), 'utf8').catch(() => '{}'))
  async function guards() {
    try {
      return securityHeaders(JSON.parse(await configText()), options.connect)
    } catch {
      return securityHeaders({}, options.connect)
    }
  }
  async function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const { status, file, changedMs } = await findFile(root, base, path)
    const guarding = await guards()
    if (!file) {
      response.writeHead(status, guarding).end()
      return
    }
    const type = extname(file)
    const headers = {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'cache-control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...guarding,
    }
    const own = options.config && path === `${base}config.json` ? options.config() : null
    const read = async () => {
      const body = await readFile(file)
      return shiftMs > 0 && type === '.js' ? Buffer.concat([Buffer.from(shiftScript(shiftMs)), body]) : body
    }
    let body
    if (own !== null) body = Buffer.from(own)
    else if (COMPRESSED.has(type) && String(request.headers['accept-encoding']).includes('gzip')) {
      const key = `${file}:${changedMs}`
      // What has been packed once is not read again.
      if (!packed.has(key)) packed.set(key, gzipSync(await read(), { level: 9 }))
      body = packed.get(key)
      headers['content-encoding'] = 'gzip'
      headers.vary = 'accept-encoding'
    } else body = await read()
    response.writeHead(200, { ...headers, 'content-length': body.length }).end(body)
  }
  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500).end(String(error))
    })
  })
}

/** Listens on `port`, or on the next free one, and resolves to the address. */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    let next = port
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0 && next < port + 20) {
        next += 1
        server.listen(next, host)
      } else reject(error)
    })
    server.on('listening', () => resolve(server.address().port))
    server.listen(next, host)
  })
}
