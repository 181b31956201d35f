import { spawnSync } from 'node:child_process'

/**
 * The journeys at hours at which a park is not itself: `npm run e2e:hours`, or `npm run e2e:hours -- 05:55 21:56`.
 * Each begins minutes before a handover, around midnight, or in the first days of a year.
 */
const year = new Date().getUTCFullYear() + 1
const HOURS = ['05:55', '13:57', '21:56', '23:58', '00:03', `${year}-01-02T19:30:00Z`, `${year}-01-01T00:10:00Z`]

const wanted = process.argv.slice(2)
const npx = (args, env = {}) =>
  spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
    .status
for (const mode of ['production', 'live']) if (npx(['vite', 'build', '--mode', mode]) !== 0) process.exit(1)
const failed = []
for (const clock of wanted.length > 0 ? wanted : HOURS) {
  console.log(`\n── ${clock}`)
  const env = { PARKSCOPE_CLOCK: clock, PARKSCOPE_BUILT: '1' }
  if (npx(['playwright', 'test', 'tests/e2e/journeys'], env) !== 0) failed.push(clock)
}
console.log(failed.length > 0 ? `\nnot at ${failed.join(', ')}` : '\nthe journeys hold at every hour')
process.exit(failed.length > 0 ? 1 : 0)
