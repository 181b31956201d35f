import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { utilityParamsSchema } from './assets/utility-params.ts'
import { buildUtilities } from './build-utilities.ts'
import { buildGround } from './ground.ts'
import { parsePlanParams } from './params.ts'
import { writeGround } from './write-ground.ts'

/** `npm run park:build -- <park folder>`: writes all generated files of a park and prints their sizes. */
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: npm run park:build -- <park folder>')
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const params = parsePlanParams(readJson('plan.params.json'))
const ground = buildGround(params)
const utilities = buildUtilities(ground, utilityParamsSchema.parse(readJson('utilities.params.json')), params.origin)
const files: Record<string, object> = { ...writeGround(ground, params, utilities.links), ...utilities.files }

let total = gzipSync(readFileSync(join(folder, 'park.json')), { level: 9 }).length
console.log(`${'park.json'.padEnd(24)} ${(total / 1000).toFixed(1).padStart(7)} kB gzip (written by hand)`)
for (const [name, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content)}\n`
  const bytes = gzipSync(text, { level: 9 }).length
  total += bytes
  writeFileSync(join(folder, name), text)
  console.log(`${name.padEnd(24)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gzip`)
}
console.log(`${'total'.padEnd(24)} ${(total / 1000).toFixed(1).padStart(7)} kB gzip`)
