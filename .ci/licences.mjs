import { existsSync, readFileSync } from 'node:fs'

/** Licences whose terms this project has looked at. `everywhere` may be in what is shipped, `tools` only in what builds and tests it. */
const ALLOWED = {
  everywhere: new Set([
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'OFL-1.1',
    'Unlicense',
    'CC0-1.0',
    'Zlib',
    'BSL-1.0',
    'BlueOak-1.0.0',
  ]),
  tools: new Set(['MPL-2.0', 'Python-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'MIT-0']),
}

/** Whether an SPDX expression can be satisfied: one side of an OR, both sides of an AND. */
function isAllowed(expression, allowed) {
  const text = expression.replace(/^\((.*)\)$/, '$1')
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => isAllowed(part.trim(), allowed))
  if (text.includes(' AND ')) return text.split(' AND ').every((part) => isAllowed(part.trim(), allowed))
  return allowed.has(text)
}

/** Licence in the package itself, for the few that the lock file says nothing about. */
function licenceOf(path, entry) {
  if (entry.license) return entry.license
  try {
    const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))
    return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? null
  } catch {
    return null
  }
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const counts = new Map()
const refused = []
const shipped = []
for (const [path, entry] of Object.entries(packages)) {
  // Binaries for other machines are not here; they carry the licence of the package that asks for them.
  if (path === '' || entry.link || (entry.optional && !existsSync(path))) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const isTool = entry.dev === true || entry.devOptional === true
  const licence = licenceOf(path, entry)
  const allowed = isTool ? ALLOWED.everywhere.union(ALLOWED.tools) : ALLOWED.everywhere
  if (licence === null || !isAllowed(licence, allowed))
    refused.push(`${name} ${entry.version}: ${licence ?? 'none said'}`)
  if (!isTool) shipped.push(`${name} ${entry.version}  ${licence}`)
  const key = `${isTool ? 'tools  ' : 'shipped'}  ${licence}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
if (process.argv.includes('--list')) console.log([...new Set(shipped)].toSorted().join('\n') + '\n')
for (const [key, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(4)}  ${key}`)
if (refused.length > 0) {
  console.error(`\nLicences that nobody has looked at:\n  ${refused.join('\n  ')}`)
  process.exit(1)
}
