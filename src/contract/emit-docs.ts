import { writeFile } from 'node:fs/promises'
import { buildAsyncApi } from './docs/asyncapi.ts'
import { buildParsers } from './docs/compiled-parsers.ts'
import { buildOpenApi } from './docs/openapi.ts'

/** `npm run contract:docs` writes docs/openapi.json, docs/asyncapi.json and the parsers from the tables of this folder. */
const DOCUMENTS = [
  ['openapi.json', buildOpenApi],
  ['asyncapi.json', buildAsyncApi],
] as const

for (const [name, build] of DOCUMENTS) {
  await writeFile(new URL(`../../docs/${name}`, import.meta.url), `${JSON.stringify(build(), null, 2)}\n`)
  console.log(`docs/${name}`)
}

await writeFile(new URL('compiled-parsers.js', import.meta.url), buildParsers())
console.log('src/contract/compiled-parsers.js')
