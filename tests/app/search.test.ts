import {
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  option,
  property,
  record,
  stringMatching,
  subarray,
  uniqueArray,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRIORITIES } from '../../src/contract/alarm-definitions.ts'
import { PLOT_THEMES } from '../../src/contract/plot-themes.ts'
import { streamSchema } from '../../src/contract/asset-kinds.ts'
import { ALARM_STATES, ALARM_TABS } from '../../src/domain/alarms/alarm-list.ts'
import { ALARM_PANES } from '../../src/session/alarm-list-view.ts'
import { searchOfView, searchSchema, viewOfSearch } from '../../src/app/search.ts'
import {
  HISTORY_RANGES,
  MAP_MODES,
  NO_TENANTS_VIEW,
  SELECTION_TYPES,
  TENANT_TABS,
  type View,
} from '../../src/session/view.ts'
import type { WhatIf } from '../../src/session/what-if.ts'

const id = stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/)
const layerId = stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
const decimal = (min: number, max: number, decimals: number) =>
  double({ min, max, noNaN: true }).map((value) => round(value, decimals))
const amount = double({ min: 0.1, max: 9000, noNaN: true }).map((value) => round(value, 1))

const view: Arbitrary<View> = record({
  parkId: constant('bau-bang'),
  screen: constant('overview'),
  selection: option(record({ type: constantFrom(...SELECTION_TYPES), id })),
  pointId: option(id),
  historyRange: constantFrom(...HISTORY_RANGES),
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
  tab: constantFrom(null, 'supply'),
  measure: constantFrom(null, 'cod', 'ph'),
  rules: record({ denominator: constantFrom('operating', 'licensed'), iso: constantFrom('every', 'any') }),
  item: constantFrom(null, 'VN-37-2c', 'recp-solutions:recp-001', '2026-11-19'),
  tenants: record({
    tab: constantFrom(...TENANT_TABS),
    find: stringMatching(/^[a-zà-ỹ ]{0,20}$/),
    industry: option(constantFrom('textile', 'food')),
    status: option(constantFrom('leased', 'no-meter')),
    sort: option(constantFrom('area', '-power')),
    powerMw: option(amount),
    waterM3PerDay: option(amount),
    wastewaterM3PerDay: option(amount),
    compare: uniqueArray(id, { maxLength: 4 }),
  }),
  at: option(integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }).map((ms) => Math.floor(ms / 1000) * 1000)),
  whatIf: oneof(
    constantFrom<WhatIf | null>(null, { kind: 'out' }, { kind: 'solar' }),
    record({
      kind: constant('cut' as const),
      service: constantFrom('power', 'water'),
      percent: integer({ min: 0, max: 100 }),
    }),
    record({
      kind: constant('newcomer' as const),
      powerMw: amount,
      waterM3PerDay: amount,
      wastewaterM3PerDay: option(amount),
    }),
  ),
  alarmId: option(id),
  tour: option(
    record({
      id: stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
      step: integer({ min: 0, max: 59 }),
      loops: boolean(),
      speed: constantFrom(1, 2, 20),
    }),
  ),
  alarmList: record({
    tab: constantFrom(...ALARM_TABS),
    pane: constantFrom(...ALARM_PANES),
    priorities: subarray([...PRIORITIES]),
    streams: subarray(streamSchema.options),
    states: subarray([...ALARM_STATES]),
    text: stringMatching(/^[a-zà-ỹ]{0,12}$/u),
  }),
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
      list: 'dragons',
      mw: 'two',
      m3d: -5,
      plots: 'a,b,c,d,e',
      lsort: '<b>',
      at: '2026-02-31T10:00',
      range: '2y',
    })
    const restored = viewOfSearch('bau-bang', 'overview', search)
    expect(restored).toMatchObject({
      selection: null,
      camera: null,
      mode: 'assets',
      plotTheme: 'exceptions',
      tab: null,
      measure: null,
      item: null,
      historyRange: '24h',
      layers: {},
      tenants: NO_TENANTS_VIEW,
      at: null,
    })
    expect(search.lang).toBeUndefined()
  })

  it('refuses a camera outside of the world', () => {
    const search = searchSchema.parse({ cam: '500,95,14,0,0' })
    expect(viewOfSearch('p', 's', search).camera).toBeNull()
  })

  it('names the replayed instant in UTC to the second, and leaves out what is no instant', () => {
    const at = Date.UTC(2026, 10, 26, 13, 5, 9)
    const live = viewOfSearch('p', 's', searchSchema.parse({}))
    expect(searchOfView({ ...live, at }, {}).at).toBe('2026-11-26T13:05:09Z')
    expect(searchOfView({ ...live, at: Number.NaN }, {}).at).toBeUndefined()
    expect(searchSchema.parse({ at: '2026-13-01T00:00:00Z' }).at).toBeUndefined()
  })
})
