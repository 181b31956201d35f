import { spawnSync } from 'node:child_process'
import { requireNode24 } from './node-version.mjs'

requireNode24()
const build = spawnSync('vite', ['build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)
await import('./serve.mjs')
