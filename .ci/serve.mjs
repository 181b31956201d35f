import { existsSync } from 'node:fs'
import { createStaticServer, listen } from './static-server.mjs'

// node .ci/serve.mjs [folder] [--port N] [--base /sub/path/] [--host 0.0.0.0] [--connect "http://api.example …"]
const options = process.argv.slice(2)
const valueOf = (name, fallback) => (options.includes(name) ? options[options.indexOf(name) + 1] : fallback)
const folder = options[0] && !options[0].startsWith('--') ? options[0] : 'dist'
if (!existsSync(`${folder}/index.html`)) {
  console.error(`${folder}/index.html is missing: run "npm run build" first`)
  process.exit(1)
}
const base = valueOf('--base', '/')
const host = valueOf('--host', '127.0.0.1')
const connect = valueOf('--connect', '').split(' ').filter(Boolean)
const port = await listen(createStaticServer(folder, base, { connect }), Number(valueOf('--port', '4173')), host)
console.log(`Parkscope is served at http://${host === '0.0.0.0' ? 'localhost' : host}:${port}${base}`)
