import {
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  option,
  property,
  record,
  stringMatching,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchOfView, searchSchema, viewOfSearch } from '../../src/app/search.ts'
import { MAP_MODES, PLOT_THEMES, SELECTION_TYPES, type View } from '../../src/session/view.ts'

const id = stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/)
const layerId = stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
const decimal = (min: number, max: number, decimals: number) =>
  double({ min, max, noNaN: true }).map((value) => round(value, decimals))

const view: Arbitrary<View> = record({
  parkId: constant('bau-bang'),
  screen: constant('overview'),
  selection: option(record({ type: constantFrom(...SELECTION_TYPES), id })),
  pointId: option(id),
  layers: dictionary(layerId, boolean(), { maxKeys: 6, noNullPrototype: true }),
  camera: option(
    record({
      lng: decimal(-180, 180, 6),
      lat: decimal(-90, 90, 6),
      zoom: decimal(1, 22, 3),
      bearing: decimal(-180, 180, 1),
      pitch: decimal(0, 80, 1),
    }),
  ),
  mode: constantFrom(...MAP_MODES),
  plotTheme: constantFrom(...PLOT_THEMES),
})

describe('link of a view', () => {
  it('restores every view', () => {
    assert(
      property(view, (before) => {
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
