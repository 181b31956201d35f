import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const TEXT = /\.(js|css|html|json)$/
const HASHED = /-([\w-]{8})\.(js|css)$/

export interface Versions {
  /** Folders of two deployments that share no file name of code. */
  roots: readonly [string, string]
  remove: () => void
}

/**
 * The same build twice, the second time with other names for all its code: what a browser sees of a new deployment. No
 * second build is needed, and nothing else differs that could hide a fault.
 */
export function twoVersions(build: string): Versions {
  const folder = mkdtempSync(join(tmpdir(), 'parkscope-soak-'))
  const roots = [join(folder, 'a'), join(folder, 'b')] as const
  for (const root of roots) cpSync(build, root, { recursive: true })
  const second = roots[1]
  const files = readdirSync(second, { recursive: true }).map(String)
  const renamed = new Map(
    files
      .map((file) => basename(file))
      .filter((name) => HASHED.test(name))
      .map((name) => [name, name.replace(HASHED, '-$1B.$2')]),
  )
  const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', String.raw`\.`)).join('|'), 'g')
  for (const file of files.filter((name) => TEXT.test(name))) {
    const path = join(second, file)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(names, (name) => renamed.get(name) ?? name),
    )
    const name = renamed.get(basename(file))
    if (name) renameSync(path, join(second, file.slice(0, -basename(file).length), name))
  }
  return { roots, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
