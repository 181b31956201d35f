import { anything, assert, constantFrom, json, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOUR_LAYERS, TOUR_SCREENS, figuresIn, type TourInput } from '../../../src/contract/tours.ts'
import { TOUR_FIGURES } from '../../../src/contract/tour-figures.ts'
import { captionParts } from '../../../src/domain/tours/caption.ts'
import { FIGURE_OF, growthOver, peakOf, solarShareOf, type TourFacts } from '../../../src/domain/tours/figures.ts'
import { readTours } from '../../../src/domain/tours/read-tours.ts'
import { stepFault } from '../../../src/domain/tours/step-fit.ts'
import { stepInstantMs } from '../../../src/domain/tours/step-time.ts'
import { SCREENS } from '../../../src/app/screens.ts'
import { UNITS } from '../../../src/domain/units/units.data.ts'
import { LAYERS } from '../../../src/map/layers/registry.ts'
import { PLOT_THEMES } from '../../../src/contract/plot-themes.ts'

const three = (text: string) => ({ vi: text, en: text, ja: text })
const tour = (change: object = {}): TourInput => ({
  id: 'short',
  title: three('Short'),
  steps: [{ id: 'one', screen: 'overview', caption: three('{tenants} tenants'), dwellS: 5, ...change }],
})
const faultsOf = (tours: unknown): string[] => {
  const read = readTours(JSON.stringify({ tours }))
  return read.ok
    ? []
    : read.faults.map(({ step, field, reason, detail }) => `${step ?? '-'} ${field}: ${reason} ${detail}`.trim())
}

const NOTHING: TourFacts = {
  areaHa: Number.NaN,
  tenants: null,
  plots: null,
  kpis: new Map(),
  contractedMw: null,
  codLimitMgL: null,
  gridMw: null,
  solarMw: null,
  reusedM3: null,
  exchanges: null,
  recp: null,
  article37: null,
}

describe('a file of tours', () => {
  it('fills in what a step leaves out', () => {
    const read = readTours(JSON.stringify({ tours: [tour()] }))
    expect(read.ok && read.tours[0]?.steps[0]).toMatchObject({ camera: null, mode: 'operations', at: null, layers: {} })
  })

  it.each<[string, object, RegExp]>([
    ['a figure that there is not', { caption: three('{peak_gw} now') }, /^1 caption\.vi: no-such-figure peak_gw/],
    ['a brace without partner', { caption: three('{tenants now') }, /^1 caption\.vi: lone-brace/],
    ['a missing language', { caption: { vi: 'a', en: 'a' } }, /^1 caption\.ja: missing/],
    ['an empty language', { caption: { vi: 'a', en: 'a', ja: ' ' } }, /^1 caption\.ja: empty/],
    [
      'another figure in one language',
      { caption: { vi: '{plots}', en: '{tenants}', ja: '{tenants}' } },
      /^1 caption\.vi: other-figures/,
    ],
    ['an unknown screen', { screen: 'lobby' }, /^1 screen: unknown-value "lobby"/],
    ['an unknown layer', { layers: { lava: true } }, /^1 layers/],
    ['a field that nobody knows', { zoom: 3 }, /^1 : unknown-field zoom/],
    ['a dwell of no length', { dwellS: 0 }, /^1 dwellS: out-of-range ≥ 3/],
    [
      'a camera in space',
      { camera: { lng: 500, lat: 0, zoom: 12, bearing: 0, pitch: 0 } },
      /^1 camera\.lng: out-of-range ≤ 180/,
    ],
    ['a time that is none', { at: { daysAgo: 0, time: '25:00' } }, /^1 at/],
  ])('refuses %s and names step and field', (_, change, expected) => {
    expect(faultsOf([tour(change)]).join('\n')).toMatch(expected)
  })

  it('refuses steps of one id, text that is no JSON, and tells which step', () => {
    const [step] = tour().steps
    expect(faultsOf([{ ...tour(), steps: [step, step] }])).toEqual(['2 id: repeated'])
    expect(readTours('{')).toEqual({ ok: false, faults: [{ step: null, field: '', reason: 'json', detail: '' }] })
  })

  it('survives any text and any value in any field', () => {
    assert(property(oneof(string(), json()), (text) => typeof readTours(text).ok === 'boolean'))
    const field = constantFrom('id', 'screen', 'camera', 'layers', 'selection', 'at', 'caption', 'dwellS', 'item')
    assert(
      property(record({ field, value: anything() }), ({ field: name, value }) => {
        let text: string
        try {
          text = JSON.stringify({ tours: [tour({ [name]: value })] })
        } catch {
          return true
        }
        const read = readTours(text)
        return read.ok || read.faults.length > 0
      }),
    )
  })

  it('knows the screens, layers, themes and units of the product', () => {
    const screens = new Set(SCREENS.map(({ id }) => id))
    expect(TOUR_SCREENS.filter((id) => !screens.has(id))).toEqual([])
    expect([...TOUR_LAYERS].toSorted()).toEqual(LAYERS.map(({ id }) => id).toSorted())
    for (const plotTheme of PLOT_THEMES) expect(faultsOf([tour({ plotTheme })])).toEqual([])
    expect(Object.values(TOUR_FIGURES).filter(({ unit }) => !Object.hasOwn(UNITS, unit))).toEqual([])
  })
})

describe('captions', () => {
  it('tell words and figures in their order', () => {
    expect(captionParts('Peak {peak_mw} of {contracted_mw}.')).toEqual([
      { type: 'words', text: 'Peak ' },
      { type: 'figure', name: 'peak_mw' },
      { type: 'words', text: ' of ' },
      { type: 'figure', name: 'contracted_mw' },
      { type: 'words', text: '.' },
    ])
    expect(captionParts('{nothing} {tenants}').map((part) => (part.type === 'words' ? part.text : part.name))).toEqual([
      '{nothing}',
      ' ',
      'tenants',
    ])
  })

  it('lose nothing of their text', () => {
    assert(
      property(string(), (text) => {
        const parts = captionParts(text)
        return parts.map((part) => (part.type === 'words' ? part.text : `{${part.name}}`)).join('') === text
      }),
    )
    expect(figuresIn('{a} {b}{c')).toEqual(['a', 'b'])
  })
})

const series = (from: number | null, to: number | null) => ({
  min: [from, to],
  mean: [from, to],
  max: [from, to],
  last: [from, to],
  count: [1, 1],
  expected: [1, 1],
})

describe('figures', () => {
  it('never are a number without data', () => {
    for (const [name, of] of Object.entries(FIGURE_OF)) expect([name, of(NOTHING).ok]).toEqual([name, false])
  })

  it('find peak and share of a day, and say when too much of it is missing', () => {
    const day = Float64Array.from({ length: 10 }, (_, k) => 80 + k)
    const sun = new Float64Array(10).fill(10)
    expect(peakOf(day)).toEqual({ ok: true, value: 89 })
    expect(solarShareOf(day, sun)).toEqual({ ok: true, value: (100 / 945) * 100 })
    const holed = day.map((value, k) => (k < 3 ? Number.NaN : value))
    expect(peakOf(holed)).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(solarShareOf(holed, sun)).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(solarShareOf(new Float64Array(10), new Float64Array(10))).toMatchObject({ reason: 'zero-denominator' })
  })

  it('add growths of registers, or none of them', () => {
    expect(growthOver([series(10, 14), series(1, 2)])).toBe(5)
    expect(growthOver([series(10, 14), series(9, 2)])).toBeNull()
    expect(growthOver([series(10, 14), undefined])).toBeNull()
    expect(growthOver([])).toBeNull()
  })

  it('count what runs and what was measured', () => {
    const facts: TourFacts = {
      ...NOTHING,
      exchanges: [
        { stage: 'active', actualTPerMonth: 40 },
        { stage: 'active', actualTPerMonth: null },
        { stage: 'identified', actualTPerMonth: 9 },
      ],
      plots: { plots: 10, letPlots: 8, areaHa: 100, letHa: 90 },
      article37: { met: 5, all: 9 },
    }
    expect(FIGURE_OF.exchanges(facts)).toEqual({ ok: true, value: 2 })
    expect(FIGURE_OF.exchange_t_month(facts)).toEqual({ ok: true, value: 40 })
    expect(FIGURE_OF.let_share(facts)).toEqual({ ok: true, value: 90 })
    expect(FIGURE_OF.free_plots(facts)).toEqual({ ok: true, value: 2 })
    expect(FIGURE_OF.criteria_open(facts)).toEqual({ ok: true, value: 4 })
  })
})

describe('steps', () => {
  const places = {
    parkId: 'p',
    plotIds: new Set(['plot-a']),
    siteIds: new Set<string>(),
    assetIds: new Set(['wtp']),
    tenantIds: new Set<string>(),
    edgeIds: null,
  }

  it('say what a park has not', () => {
    expect(stepFault({ selection: null }, places)).toBeNull()
    expect(stepFault({ selection: { type: 'asset', id: 'wtp' } }, places)).toBeNull()
    expect(stepFault({ selection: { type: 'edge', id: 'any' } }, places)).toBeNull()
    expect(stepFault({ selection: { type: 'plot', id: 'plot-z' } }, places)).toEqual({
      field: 'selection',
      missing: 'plot:plot-z',
    })
  })

  it('find their instant in the park’s zone, never in the future', () => {
    const zone = 'Asia/Ho_Chi_Minh'
    const now = Date.parse('2026-11-20T03:10:00Z')
    expect(stepInstantMs(null, now, zone)).toBeNull()
    expect(stepInstantMs({ daysAgo: 1, time: '14:30' }, now, zone)).toBe(Date.parse('2026-11-19T07:30:00Z'))
    expect(stepInstantMs({ daysAgo: 0, time: '23:00' }, now, zone)).toBeNull()
    expect(stepInstantMs('2030-01-01T00:00:00Z', now, zone)).toBe(now)
  })
})
