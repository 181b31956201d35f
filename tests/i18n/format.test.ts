import { describe, expect, it } from 'vitest'
import { foldText, matchesFolded } from '../../src/i18n/fold.ts'
import { createFormat } from '../../src/i18n/format-values.ts'
import { unitWords } from '../../src/i18n/unit-words.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const MOMENT = Date.UTC(2026, 10, 20, 7, 32, 7)
const vi = createFormat('vi', ZONE)
const en = createFormat('en', ZONE)
const ja = createFormat('ja', ZONE)

describe('numbers', () => {
  it.each([
    [vi.number(1234567.891, 1), '1.234.567,9'],
    [en.number(1234567.891, 1), '1,234,567.9'],
    [ja.number(1234567.891, 1), '1,234,567.9'],
    [vi.number(1214), '1.214'],
    [vi.number(Number.NaN, 1), '–'],
    [vi.number(-0.04, 1), '0,0'],
    [vi.number(-3.2, 1), '−3,2'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('quantities', () => {
  it.each([
    [vi.quantity(148.6, 'm3/h', 1), '148,6\u00a0m³/h'],
    [en.quantity(138.4, 'MW', 1), '138.4\u00a0MW'],
    [ja.quantity(29.1, 'Cel', 1), '29.1\u00a0°C'],
    [vi.quantity(7.31, '[pH]', 2), '7,31'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('differences, of the numbers as they are printed', () => {
  it.each([
    // 43.94 − 60.76 = −16.82, which is not what 43.9 and 60.8 differ by.
    [vi.difference(43.94, 60.76, 1), '−16,9'],
    [en.difference(8.866, 6.134, 2), '+2.74'],
    [vi.difference(1234.6, 0.4), '+1.235'],
    [en.difference(1.005, 0, 2), '+1.01'],
    [en.difference(0.04, 0.01, 1), '0.0'],
    [ja.difference(-3.2, -1.1, 1), '−2.1'],
    [en.difference(Number.NaN, 1), '–'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('units of time: symbols in compounds of the hour, words everywhere else', () => {
  it.each([
    ['m3/d', 'm³/ngày', 'm³/d', 'm³/日'],
    ['t/mo', 't/tháng', 't/mo', 't/月'],
    ['kW.h/a', 'kWh/năm', 'kWh/yr', 'kWh/年'],
    ['m3/har/d', 'm³/ha·ngày', 'm³/ha·d', 'm³/ha·日'],
    ['kW.h/m2/a', 'kWh/m²·năm', 'kWh/m²·yr', 'kWh/m²·年'],
    ['m3/h', 'm³/h', 'm³/h', 'm³/h'],
    ['L/s', 'L/s', 'L/s', 'L/s'],
    ['kW.h', 'kWh', 'kWh', 'kWh'],
    ['ms', 'ms', 'ms', 'ms'],
    ['m', 'm', 'm', 'm'],
    ['s', 'giây', 's', '秒'],
    ['min', 'phút', 'min', '分'],
    ['h', 'giờ', 'h', '時間'],
    ['d', 'ngày', 'd', '日'],
    ['mo', 'tháng', 'months', 'か月'],
  ])('%s', (unit, inVi, inEn, inJa) => {
    expect([unitWords(unit, 'vi'), unitWords(unit, 'en'), unitWords(unit, 'ja')]).toEqual([inVi, inEn, inJa])
  })

  it.each([
    [vi.quantity(60, 's'), '60\u00a0giây'],
    [en.quantity(60, 's'), '60\u00a0s'],
    [ja.quantity(60, 's'), '60秒'],
    [ja.quantity(500, 'm3/d'), '500\u00a0m³/日'],
    [vi.elapsed(146_000), '2\u00a0phút\u00a026\u00a0giây'],
    [ja.elapsed(146_000), '2分26秒'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('times, always in the zone of the park', () => {
  it.each([
    [vi.time(MOMENT), '14:32:07'],
    [vi.timeShort(MOMENT), '14:32'],
    [vi.dateLong(MOMENT), 'Thứ Sáu, 20 thg 11 2026'],
    [en.dateLong(MOMENT), 'Friday 20 Nov 2026'],
    [ja.dateLong(MOMENT), '2026年11月20日(金)'],
    [vi.zoneLabel(MOMENT), 'UTC+7'],
    [en.isoLocal(MOMENT), '2026-11-20T14:32:07+07:00'],
    [vi.monthName(MOMENT), '11'],
    [en.monthName(MOMENT), 'November'],
    [ja.monthName(MOMENT), '11月'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('ages', () => {
  it.each([
    [vi.age(14 * 60_000), '14\u00a0phút'],
    [en.age(12_000), '12\u00a0s'],
    [ja.age(3 * 3_600_000), '3時間'],
    [vi.age(6 * 86_400_000), '6\u00a0ngày'],
    [en.duration(845_000), '00:14:05'],
  ])('%s is %s', (shown, expected) => expect(shown).toBe(expected))
})

describe('search', () => {
  it.each([
    ['nuoc thai', 'Nhà máy xử lý nước thải'],
    ['DUONG', 'Đường NC'],
    ['ﾎﾟﾝﾌﾟ', 'ポンプ P-1'],
    ['ぽんぷ', 'ポンプ P-1'],
    ['ＣＯＤ', 'cod'],
    ['thai nha', 'Nhà máy xử lý nước thải'],
  ])('%s finds %s', (query, text) => expect(matchesFolded(foldText(text), foldText(query))).toBe(true))

  it('does not find what is not there', () => {
    expect(matchesFolded(foldText('Nhà máy nước'), foldText('thải'))).toBe(false)
  })
})
