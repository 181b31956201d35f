import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openParkFolder, parkIdsIn } from '../park/load-node.ts'
import { registerFiles } from './build/build-files.ts'
import { STORIES } from './build/story.data.ts'
import { criteriaSets } from './criteria-files.ts'

/** `npm run registers:build -- <folder of parks>`: writes the demo registers of every park that has a story. */
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: npm run registers:build -- <folder of parks>')
const sets = await criteriaSets()
for (const parkId of parkIdsIn(folder)) {
  const story = STORIES[basename(parkId)]
  if (story === undefined) continue
  const target = join(folder, parkId, 'registers')
  mkdirSync(target, { recursive: true })
  let bytes = 0
  for (const [name, content] of Object.entries(
    await registerFiles(openParkFolder(join(folder, parkId)), story, sets),
  )) {
    const text = `${JSON.stringify(content)}\n`
    bytes += gzipSync(text, { level: 9 }).length
    writeFileSync(join(target, `${name}.json`), text)
  }
  console.log(`${parkId.padEnd(24)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gzip`)
}
