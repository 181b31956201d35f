import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Links of a document to files of this repository, without their anchors. */
function linksOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target.length > 0 && !/^[a-z]+:/.test(target))
}

describe.each(['README.md', ...globSync('docs/**/*.md'), ...globSync('fixtures/**/*.md')])('%s', (file) => {
  it('links to what exists', () => {
    expect(linksOf(file).filter((target) => !existsSync(join(dirname(file), target)))).toEqual([])
  })
})

it('README names every page of docs', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(globSync('docs/*.md').filter((page) => !readme.includes(page))).toEqual([])
})
