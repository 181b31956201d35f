import { spawnSync } from 'node:child_process'

/** `npm run faults:browser`: every fault on every screen. Further arguments go to Playwright. */
const { status } = spawnSync('npx', ['playwright', 'test', 'tests/e2e/faults', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PARKSCOPE_FAULTS: 'all' },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
