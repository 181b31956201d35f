import { describe, expect, it } from 'vitest'
import type { Locale } from '../../src/contract/primitives.ts'
import type { FontFaces } from '../../src/map/fonts.ts'
import { LabelLanguage } from '../../src/map/label-language.ts'

/** Fonts that come when the test says so. */
class LateFonts {
  readonly asked: { locale: Locale; come: () => void; fail: () => void }[] = []
  readonly load = (locale: Locale): Promise<FontFaces> =>
    new Promise((resolve, reject) => {
      this.asked.push({ locale, come: () => resolve({ [locale]: [] }), fail: () => reject(new Error('lost')) })
    })
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('language of the names on a map', () => {
  it('changes once its fonts are there, and the fonts come first', async () => {
    const late = new LateFonts()
    const applied: [string, Locale][] = []
    const language: LabelLanguage = new LabelLanguage(
      'en',
      (fonts) => applied.push([Object.keys(fonts).join(), language.shown]),
      late.load,
    )
    void language.follow('ja')
    await settle()
    expect([language.shown, applied]).toEqual(['en', []])
    late.asked[0]?.come()
    await settle()
    expect([language.shown, applied]).toEqual(['ja', [['ja', 'ja']]])
    void language.follow('ja')
    expect(late.asked).toHaveLength(1)
  })

  it('of several in a row shows the last one, whichever font comes last', async () => {
    const late = new LateFonts()
    const applied: string[] = []
    const language = new LabelLanguage('en', (fonts) => applied.push(Object.keys(fonts).join()), late.load)
    void language.follow('ja')
    void language.follow('vi')
    late.asked[1]?.come()
    late.asked[0]?.come()
    await settle()
    expect([language.shown, applied]).toEqual(['vi', ['vi']])
  })

  it('keeps names readable when a font is lost, and asks for it again', async () => {
    const late = new LateFonts()
    const language = new LabelLanguage('en', () => undefined, late.load)
    void language.follow('ja')
    late.asked[0]?.fail()
    await settle()
    expect(language.shown).toBe('en')
    void language.follow('ja')
    late.asked[1]?.come()
    await settle()
    expect(language.shown).toBe('ja')
  })
})
