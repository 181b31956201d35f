import { runChecks } from './check/run-checks.ts'
import { openParkFolder } from './load-node.ts'

/** `npm run check:park -- <park folder>`: proves a park, or names what is wrong with it and exits with 1. */
const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npm run check:park -- <park folder>')
  process.exitCode = 2
} else {
  const { findings, counts } = await runChecks(openParkFolder(folder))
  for (const [name, value] of counts) console.log(`${name.padEnd(24)} ${value.padStart(12)}`)
  for (const { place, problem } of findings) console.error(`${place}: ${problem}`)
  console.log(findings.length === 0 ? `${folder}: proved` : `${folder}: ${findings.length} problems`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
