import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureChromium } from './chromium.mjs'
import { requireNode24 } from './node-version.mjs'

requireNode24()
process.env.CHROMIUM_PATH = ensureChromium()

const report = (name) => join(tmpdir(), `parkscope-${process.pid}-${name}.json`)
const unitReport = report('unit')
const browserReport = report('browser')
const unitErrors = report('unit-errors')

/** The first lines of what a test said, without the colours of a terminal. */
const firstLines = (message) => stripVTControlCharacters(message).split('\n').slice(0, 6).join('\n      ')

const saidByUnit = ({ file, fullName, failureMessages }) =>
  `${file} › ${fullName}\n      ${firstLines(failureMessages[0] ?? '')}`

const saidOutsideTests = ({ file, message }) => `${file}, outside its tests\n      ${firstLines(message)}`

const saidByBrowser = ({ spec, results }) =>
  `${spec.file}:${spec.line} › ${spec.title}\n      ${firstLines(results.find(({ error }) => error)?.error.message ?? '')}`

function countUnit() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(unitReport, 'utf8'))
  const tests = testResults.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
  // A file that fails to load holds no test, yet it must count as a failure.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const outside = JSON.parse(readFileSync(unitErrors, 'utf8'))
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length + outside.length,
    failures: [
      ...tests.filter(({ status }) => status === 'failed').map(saidByUnit),
      ...broken.map((file) => `${file.name}\n      ${firstLines(file.message)}`),
      ...outside.map(saidOutsideTests),
    ],
    secondTry: tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(saidByUnit),
  }
}

function countBrowser() {
  const { stats, suites } = JSON.parse(readFileSync(browserReport, 'utf8'))
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const tests = suites.flatMap(specs).flatMap((spec) => spec.tests.map((test) => ({ ...test, spec })))
  const named = (status) => tests.filter((test) => test.status === status).map(saidByBrowser)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    failures: named('unexpected'),
    secondTry: named('flaky'),
  }
}

/** Gates in the order in which they say most for least time. Each is also a script of its own. */
const GATES = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'format' },
  {
    name: 'unit',
    extra: [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      '--reporter=./.ci/unit-errors.mjs',
    ],
    env: { PARKSCOPE_UNIT_ERRORS: unitErrors },
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
for (const file of [unitReport, unitErrors, browserReport]) rmSync(file, { force: true })

/** Said again at the end: whoever sees only the last lines of a log must see what failed. */
function tell(title, tests) {
  if (tests.length > 0) console.log(`\n${title}:\n${tests.map((test) => `  - ${test}`).join('\n')}`)
}
tell(
  'Passed at the second try only',
  rows.flatMap((row) => row.secondTry ?? []),
)
tell(
  'Failed',
  rows.flatMap((row) => row.failures ?? []),
)

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
