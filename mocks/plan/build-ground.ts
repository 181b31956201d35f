import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildGround } from './ground.ts'
import { parsePlanParams } from './params.ts'
import { writeGround } from './write-ground.ts'

/** `node mocks/plan/build-ground.ts <park folder>`: writes the ground files and prints their gzip sizes. */
const folder = process.argv[2]
if (!folder) throw new Error('usage: node mocks/plan/build-ground.ts <park folder>')
const params = parsePlanParams(JSON.parse(readFileSync(join(folder, 'plan.params.json'), 'utf8')))
let total = 0
for (const [name, content] of Object.entries(writeGround(buildGround(params), params))) {
  const text = `${JSON.stringify(content)}\n`
  const kilobytes = gzipSync(text, { level: 9 }).length / 1024
  total += kilobytes
  writeFileSync(join(folder, name), text)
  console.log(`${name.padEnd(24)} ${kilobytes.toFixed(1)} kB gzip`)
}
console.log(`${'total'.padEnd(24)} ${total.toFixed(1)} kB gzip`)
