import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchOfView, searchSchema, viewOfSearch } from '../../src/app/search.ts'
import { MAP_MODES, PLOT_THEMES, SELECTION_TYPES, type View } from '../../src/session/view.ts'

const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/)
const layerId = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
const decimal = (min: number, max: number, decimals: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => round(value, decimals))

const view: fc.Arbitrary<View> = fc.record({
  parkId: fc.constant('bau-bang'),
  screen: fc.constant('overview'),
  selection: fc.option(fc.record({ type: fc.constantFrom(...SELECTION_TYPES), id })),
  pointId: fc.option(id),
  layers: fc.dictionary(layerId, fc.boolean(), { maxKeys: 6, noNullPrototype: true }),
  camera: fc.option(
    fc.record({
      lng: decimal(-180, 180, 6),
      lat: decimal(-90, 90, 6),
      zoom: decimal(1, 22, 3),
      bearing: decimal(-180, 180, 1),
      pitch: decimal(0, 80, 1),
    }),
  ),
  mode: fc.constantFrom(...MAP_MODES),
  plotTheme: fc.constantFrom(...PLOT_THEMES),
})

describe('link of a view', () => {
  it('restores every view', () => {
    fc.assert(
      fc.property(view, (before) => {
        const search = searchSchema.parse(searchOfView(before, { lang: 'ja', look: 'room-light' }))
        expect(viewOfSearch('bau-bang', 'overview', search)).toEqual(before)
        expect(search).toMatchObject({ lang: 'ja', look: 'room-light' })
      }),
    )
  })

  it('drops broken parts one by one and keeps the rest', () => {
    const search = searchSchema.parse({
      sel: 'dragon:<b>',
      cam: '1,2,x',
      mode: 'assets',
      theme: 'rainbow',
      lang: 'fr',
      layers: 7,
      extra: 1,
    })
    const restored = viewOfSearch('bau-bang', 'overview', search)
    expect(restored).toMatchObject({
      selection: null,
      camera: null,
      mode: 'assets',
      plotTheme: 'exceptions',
      layers: {},
    })
    expect(search.lang).toBeUndefined()
  })

  it('refuses a camera outside of the world', () => {
    const search = searchSchema.parse({ cam: '500,95,14,0,0' })
    expect(viewOfSearch('p', 's', search).camera).toBeNull()
  })
})
