import { describe, expect, it } from 'vitest'
import { likelyLocale } from '../../src/app/first-code.ts'
import { isScreenId } from '../../src/app/screen-code.ts'
import { SCREENS } from '../../src/app/screens.ts'

describe('the language in which the page will most likely speak', () => {
  it.each([
    ['address', '#/bau-bang/overview?lang=ja&look=room-dark', '{"locale":"en"}', ['vi-VN'], 'ja'],
    ['address, in the middle', '#/bau-bang/overview?look=room-dark&lang=en', '', ['vi-VN'], 'en'],
    ['earlier visits', '#/bau-bang/overview', '{"theme":"room-light","locale":"en"}', ['ja'], 'en'],
    ['page', '', '{}', ['de-DE', 'ja-JP', 'en-GB'], 'ja'],
    ['page, where all else is none of ours', '#/?lang=fr', '{"locale":"constructor"}', ['EN-us'], 'en'],
    ['default', '#/?lang=', 'spoiled', [], 'vi'],
  ])('is that of the %s', (_, hash, saved, wishes, expected) => {
    expect(likelyLocale(hash, saved, wishes)).toBe(expected)
  })
})

it('every screen has its code, and nothing else is taken for one', () => {
  expect(SCREENS.every(({ id }) => isScreenId(id))).toBe(true)
  expect(['atlantis', 'constructor', ''].some(isScreenId)).toBe(false)
})
