import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { requireNode24 } from './node-version.mjs'

requireNode24()
process.env.CHROMIUM_PATH = ensureChromium()

const report = (name) => join(tmpdir(), `parkscope-${process.pid}-${name}.json`)
const unitReport = report('unit')
const browserReport = report('browser')

function countUnit() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(unitReport, 'utf8'))
  // A file that fails to load holds no test, yet it must count as a failure.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + broken }
}

function countBrowser() {
  const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'))
  if (stats.flaky > 0) console.log(`\n${stats.flaky} passed at the second try only: see "flaky" above`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}

/** Gates in the order in which they say most for least time. Each is also a script of its own. */
const GATES = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'format' },
  {
    name: 'unit',
    extra: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: countUnit,
  },
  { name: 'check:parks' },
  { name: 'licences' },
  { name: 'build' },
  { name: 'build:live' },
  { name: 'budget' },
  { name: 'deadcode' },
  { name: 'e2e', env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport, PARKSCOPE_BUILT: '1' }, count: countBrowser },
]

const wanted = process.argv.slice(2)
const gates = wanted.length > 0 ? GATES.filter((gate) => wanted.includes(gate.name)) : GATES
const rows = []
for (const gate of gates) {
  const from = performance.now()
  console.log(`\n── ${gate.name}`)
  const run = spawnSync('npm', ['run', '--silent', gate.name, ...(gate.extra ? ['--', ...gate.extra] : [])], {
    stdio: 'inherit',
    env: { ...process.env, ...gate.env },
    shell: process.platform === 'win32',
  })
  const good = run.status === 0
  let counted = { passed: good ? 1 : 0, failed: good ? 0 : 1 }
  if (gate.count) {
    try {
      counted = gate.count()
      if (!good && counted.failed === 0) counted.failed = 1
    } catch (error) {
      console.error(`${gate.name}: no report (${String(error)})`)
      counted = { passed: 0, failed: 1 }
    }
  }
  rows.push({ name: gate.name, seconds: (performance.now() - from) / 1000, ...counted })
}
for (const file of [unitReport, browserReport]) rmSync(file, { force: true })

console.log('')
for (const row of rows) {
  console.log(
    `${row.failed ? 'FAIL' : 'ok  '}  ${row.name.padEnd(16)} ${row.seconds.toFixed(1).padStart(7)} s  ${row.passed} passed, ${row.failed} failed`.trimEnd(),
  )
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0)
const failed = rows.reduce((sum, row) => sum + row.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
