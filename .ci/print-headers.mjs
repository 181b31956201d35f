import { readFileSync } from 'node:fs'
import { securityHeaders } from './security-headers.mjs'

// node .ci/print-headers.mjs [config.json]
const file = process.argv[2] ?? 'public/config.json'
const headers = Object.entries(securityHeaders(JSON.parse(readFileSync(file, 'utf8'))))
console.log('# nginx')
for (const [name, value] of headers) console.log(`  add_header ${name} "${value}" always;`)
console.log('# Caddy')
for (const [name, value] of headers) console.log(`\t\t${name} "${value}"`)
