import type { FontFaceSpecification } from './style/style-types.ts'
import latinExtMedium from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?url'
import latinExtSemi from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url'
import latinMedium from '@fontsource/inter/files/inter-latin-500-normal.woff2?url'
import latinSemi from '@fontsource/inter/files/inter-latin-600-normal.woff2?url'
import vietnameseMedium from '@fontsource/inter/files/inter-vietnamese-500-normal.woff2?url'
import vietnameseSemi from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?url'

/** Ranges of the subsets as published with the font; a file is fetched only when a label needs it. */
const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212']
const VIETNAMESE = [
  'U+0102-0103',
  'U+0110-0111',
  'U+0128-0129',
  'U+0168-0169',
  'U+01A0-01A1',
  'U+01AF-01B0',
  'U+0300-0301',
  'U+0303',
  'U+0309',
  'U+0323',
  'U+1EA0-1EF9',
]
const LATIN_EXT = ['U+0100-02BA', 'U+1E00-1E9F', 'U+2113']

const faces = (latin: string, vietnamese: string, latinExt: string): FontFaceSpecification[] => [
  { url: absolute(latin), 'unicode-range': LATIN },
  { url: absolute(vietnamese), 'unicode-range': VIETNAMESE },
  { url: absolute(latinExt), 'unicode-range': LATIN_EXT },
]

/** The map fetches fonts itself, without the page's base: addresses have to be whole. */
function absolute(url: string): string {
  return new URL(url, import.meta.url).href
}

export type FontFaces = Record<string, FontFaceSpecification[]>

/** Latin and Vietnamese faces of the label font in its two weights. */
export function latinFaces(): FontFaces {
  return {
    'Inter Medium': faces(latinMedium, vietnameseMedium, latinExtMedium),
    'Inter SemiBold': faces(latinSemi, vietnameseSemi, latinExtSemi),
  }
}
