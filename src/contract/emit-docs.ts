import { writeFile } from 'node:fs/promises'
import { buildAsyncApi } from './docs/asyncapi.ts'
import { buildOpenApi } from './docs/openapi.ts'

/** `npm run contract:docs` writes docs/openapi.json and docs/asyncapi.json from the tables of this folder. */
const DOCUMENTS = [
  ['openapi.json', buildOpenApi],
  ['asyncapi.json', buildAsyncApi],
] as const

for (const [name, build] of DOCUMENTS) {
  await writeFile(new URL(`../../docs/${name}`, import.meta.url), `${JSON.stringify(build(), null, 2)}\n`)
  console.log(`docs/${name}`)
}
