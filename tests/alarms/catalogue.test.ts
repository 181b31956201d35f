import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alarmCatalogue } from '../../mocks/alarms/catalogue.ts'
import { BINDINGS } from '../../mocks/alarms/bindings.ts'
import { alarmFileSchema, signalKindSchema } from '../../src/contract/alarm-definitions.ts'
import { tariffsSchema } from '../../src/contract/reference.ts'
import { priorityOf } from '../../src/domain/alarms/priority.ts'
import { departuresOf } from '../../src/domain/alarms/signal-defaults.data.ts'

const FOLDER = new URL('../../fixtures/reference/alarms/', import.meta.url)
/** Alarms that `domain.md` 8 asks for, and the networks. */
const REQUIRED = [
  'outfall-day-average',
  'outfall-forecast',
  'outfall-internal',
  'analyser-silent',
  'plant-overload',
  'tenant-influent',
  'hazardous-lot-age',
  'manifest-age',
  'hazardous-quantity',
  'power-factor-month',
  'contracted-demand',
  'solar-export-share',
  'air-dust-24h',
  'noise-level',
  'water-loss',
  'report-due',
  'feeder-overload',
  'feeder-trip',
  'transformer-temperature',
  'bus-voltage-low',
  'pressure-low',
  'tank-level-low',
  'pump-failure',
  'lift-level-high',
  'container-full',
  'gateway-lost',
] as const

describe('catalogue of alarms', () => {
  it('cites law and contract in each language; only the code of a regulation is the same in all', async () => {
    const bases = (await alarmCatalogue()).flatMap(({ legalBasis }) => legalBasis ?? [])
    expect(bases.length).toBeGreaterThan(15)
    for (const { citation, citations } of bases) {
      if (/^QCVN [^ ]+$/.test(citation)) continue
      expect(citations).toMatchObject({ en: citation })
      expect(citations?.vi).toMatch(/^(Nghị định|Thông tư|Hợp đồng)/)
      expect(citations?.ja).toMatch(/政令|通達|契約/)
    }
  })

  it('every file is read and no field is empty', async () => {
    const files = readdirSync(FOLDER)
    const all = files.flatMap(
      (name) => alarmFileSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))).alarms,
    )
    const catalogue = await alarmCatalogue()
    expect(catalogue.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const textsOf = ({ title, cause, consequence, actions }: (typeof all)[number]) => [
      title,
      cause,
      consequence,
      ...actions,
    ]
    const poor = all.filter((alarm) =>
      textsOf(alarm).some(
        ({ vi, en, ja }) => [vi, en, ja].some((text) => text.trim() === '') || vi === en || ja === en,
      ),
    )
    expect(poor.map(({ id }) => id)).toEqual([])
    const timeless = all.filter((alarm) => alarm.timeToRespondS === null && alarm.consequenceClass !== 'diagnostic')
    expect(timeless.map(({ id }) => id)).toEqual([])
  })

  it('holds what law and networks need, with the legal basis where there is one', async () => {
    const byId = new Map((await alarmCatalogue()).map((alarm) => [alarm.id, alarm]))
    expect(REQUIRED.filter((id) => !byId.has(id))).toEqual([])
    const legal = ['outfall-day-average', 'hazardous-lot-age', 'power-factor-month', 'noise-level']
    expect(legal.filter((id) => !byId.get(id)?.legalBasis)).toEqual([])
  })

  it('keeps critical alarms rare', async () => {
    const ranked = (await alarmCatalogue()).map((alarm) => priorityOf(alarm.consequenceClass, alarm.timeToRespondS))
    expect(ranked.filter((priority) => priority === 'P1').length / ranked.length).toBeLessThanOrEqual(0.15)
  })

  it('binds every alarm that exists, and no other', async () => {
    const ids = (await alarmCatalogue()).map(({ id }) => id)
    expect(Object.keys(BINDINGS).toSorted()).toEqual(ids.toSorted())
  })

  it('starts from the values of its signal, and says why where it is more nervous', async () => {
    const catalogue = await alarmCatalogue()
    const unsaid = catalogue.filter((alarm) => departuresOf(alarm).length > 0 !== (alarm.departure !== undefined))
    expect(unsaid.map((alarm) => [alarm.id, departuresOf(alarm)])).toEqual([])
    const signals = new Set(catalogue.flatMap(({ signal }) => signal ?? []))
    expect([...signals].toSorted()).toEqual([...signalKindSchema.options].toSorted())
  })

  it('calls what is shorter or narrower than the starting values a departure', () => {
    const level = { signal: 'level', unit: '%', onDelayS: 60, offDelayS: 60 } as const
    expect(departuresOf({ ...level, deadband: { value: 5, of: 'span' } })).toEqual([])
    expect(departuresOf({ ...level, deadband: { value: 4, of: 'unit' } })).toEqual(['deadband'])
    expect(departuresOf({ ...level, unit: 'm', deadband: { value: 0.1, of: 'unit' } })).toEqual([])
    expect(departuresOf({ ...level, deadband: null, onDelayS: 30, offDelayS: 10 })).toEqual([
      'deadband',
      'onDelayS',
      'offDelayS',
    ])
  })

  it('holds the export share against the cap that is in force', async () => {
    const text = readFileSync(new URL('../../fixtures/reference/tariffs.json', import.meta.url), 'utf8')
    const { exportCaps } = tariffsSchema.parse(JSON.parse(text))
    const share = (await alarmCatalogue()).find(({ id }) => id === 'solar-export-share')
    expect(share?.setpoint).toBe(exportCaps.find(({ validTo }) => validTo === null)?.maxSharePercent)
  })
})
