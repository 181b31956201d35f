import { spawnSync } from 'node:child_process'

/** Every screen in every language and theme; `npm run axe:all -- alarms,shift` takes those screens only. */
const [only = ''] = process.argv.slice(2)
const { status } = spawnSync('npx', ['playwright', 'test', 'tests/e2e/a11y/axe.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PARKSCOPE_AXE: 'all', PARKSCOPE_AXE_ONLY: only },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
