import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ariaTexts } from '../../.ci/aria-texts.mjs'

const file = (path: string): string => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))

function replaced(path: string, code = readFileSync(file(path), 'utf8')): string {
  const { transform } = ariaTexts
  if (typeof transform !== 'function') throw new Error('no transform')
  const answer: unknown = Reflect.apply(transform, null, [code, file(path)])
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) throw new Error('left as it was')
  return String(answer.code)
}

type Texts = Record<string, string | ((parts: Record<string, string>) => string)>

/** The texts of one language as the replaced module gives them, its imports led to the library's files. */
async function textsOf(part: string, language: string): Promise<Texts> {
  const path = `react-aria/dist/private/${part}/intlStrings.mjs`
  const folder = new URL(`../../node_modules/react-aria/dist/private/intl/${part}/`, import.meta.url).href
  const code = replaced(path).replaceAll(`../intl/${part}/`, folder)
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
  const { default: all } = module as { default: Record<string, Texts> }
  return all[language] ?? {}
}

const told = (texts: Texts, key: string, parts: Record<string, string>): string => {
  const text = texts[key]
  return typeof text === 'function' ? text(parts) : (text ?? '')
}

describe('what accessible parts say', () => {
  it.each(['autocomplete', 'calendar', 'datepicker', 'overlays', 'spinbutton'])(
    'of %s is said in Vietnamese too, each text with the same parts',
    async (part) => {
      const [english, vietnamese] = [await textsOf(part, 'en-US'), await textsOf(part, 'vi-VN')]
      expect(Object.keys(vietnamese).toSorted()).toEqual(Object.keys(english).toSorted())
      const parts = { date: '[a]', dateRange: '[b]', startDate: '[c]', endDate: '[d]', time: '[e]' }
      const partsIn = (texts: Texts, key: string) => told(texts, key, parts).match(/\[\w\]/g) ?? []
      for (const key of Object.keys(english)) {
        expect(partsIn(vietnamese, key).toSorted()).toEqual(partsIn(english, key).toSorted())
        expect(told(vietnamese, key, parts)).not.toBe(told(english, key, parts))
      }
      expect(Object.keys(await textsOf(part, 'ja-JP')).toSorted()).toEqual(Object.keys(english).toSorted())
    },
  )

  it('fills an empty date in Vietnamese', async () => {
    const path = 'react-stately/dist/private/datepicker/placeholders.mjs'
    const strings = pathToFileURL(file('@internationalized/string/dist/index.mjs')).href
    const code = replaced(path).replace('"@internationalized/string"', JSON.stringify(strings))
    const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
    const { getPlaceholder } = module as { getPlaceholder: (part: string, value: string, locale: string) => string }
    const of = (locale: string) => ['day', 'month', 'year'].map((part) => getPlaceholder(part, '', locale)).join('/')
    expect([of('vi-VN'), of('en-GB'), of('ja-JP')]).toEqual(['nn/tt/nnnn', 'dd/mm/yyyy', '日/月/年'])
    expect(() => replaced(path, '')).toThrow('in another way')
  })

  it('travels in the languages of the product alone', () => {
    expect(replaced('react-aria/dist/private/calendar/intlStrings.mjs')).not.toContain('fr-FR')
    expect(replaced('react-aria-components/dist/private/intlStrings.mjs')).toContain('ja-JP')
  })

  it('fails where the library keeps its texts elsewhere', () => {
    const path = 'react-aria/dist/private/calendar/intlStrings.mjs'
    expect(() => replaced(path, 'export default {}')).toThrow('in another way')
  })
})
