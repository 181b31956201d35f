import { join } from 'node:path'
import { runChecks } from './check/run-checks.ts'
import { openParkFolder, parkIdsIn } from './load-node.ts'

/** `npm run check:park -- <park folder>`: proves a park, or every park of a folder of parks; exits with 1 otherwise. */
const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npm run check:park -- <park folder, or folder of parks>')
  process.exitCode = 2
} else {
  const inside = parkIdsIn(folder).map((id) => join(folder, id))
  for (const park of inside.length > 0 ? inside : [folder]) {
    const { findings, counts } = await runChecks(openParkFolder(park))
    for (const [name, value] of counts) console.log(`${name.padEnd(24)} ${value.padStart(12)}`)
    for (const { place, problem } of findings) console.error(`${place}: ${problem}`)
    console.log(findings.length === 0 ? `${park}: proved` : `${park}: ${findings.length} problems`)
    if (findings.length > 0) process.exitCode = 1
  }
}
