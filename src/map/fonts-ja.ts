import unicodeRanges from '@fontsource-variable/noto-sans-jp/unicode.json' with { type: 'json' }
import type { FontFaces } from './fonts.ts'

const files = import.meta.glob<string>('../../node_modules/@fontsource-variable/noto-sans-jp/files/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Adds the Japanese subsets behind the Latin faces; each file is fetched when a label needs its range. */
export function withJapanese(latin: FontFaces): FontFaces {
  const japanese = Object.entries(unicodeRanges).flatMap(([name, ranges]) => {
    const subset = name.replace(/[[\]]/g, '')
    const url = Object.entries(files).find(([path]) => path.endsWith(`/noto-sans-jp-${subset}-wght-normal.woff2`))?.[1]
    return url === undefined || /latin|vietnamese|cyrillic/.test(subset)
      ? []
      : [{ url: new URL(url, import.meta.url).href, 'unicode-range': ranges.split(',') }]
  })
  return Object.fromEntries(Object.entries(latin).map(([name, faces]) => [name, [...faces, ...japanese]]))
}
