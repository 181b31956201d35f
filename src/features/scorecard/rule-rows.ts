import type { FuelFactors } from '../../contract/reference-fuels.ts'
import type {
  GridFactors,
  LimitSet,
  Norm,
  ReferenceSource,
  BandPrices,
  Tariffs,
  Validity,
} from '../../contract/reference.ts'
import type { Format } from '../../i18n/format-values.ts'
import type { Text } from '../../i18n/use-text.ts'

/** A rule, limit, price or factor as the screen lists it. A figure that was not verified is null. */
export interface RuleRow {
  id: string
  /** What stands above a run of rows that belong together. */
  head: string
  name: string
  value: string | null
  valid: Validity | null
  source: ReferenceSource
  confidence: ReferenceSource['confidence']
}

/** Words and figures in which rules are told. */
export interface RuleWords {
  t: Text<'scorecard'>
  named: (key: string, fallback: string) => string
  format: Format
}

/** Parameters that are written alike in every language. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ph: 'pH',
  bod5: 'BOD₅',
  cod: 'COD',
  toc: 'TOC',
  so2: 'SO₂',
  co: 'CO',
  no2: 'NO₂',
  o3: 'O₃',
  pm10: 'PM10',
  pm25: 'PM2.5',
  laeq: 'LAeq',
}

interface Range {
  min: number | null
  max: number | null
}

/** "6 – 9", "≥ 20" or "≤ 15" with the unit; null where neither end was verified. */
function rangeText({ min, max }: Range, unit: string, { format }: RuleWords): string | null {
  const text = (value: number): string => format.quantity(value, unit, decimalsOf(value))
  if (min !== null && max !== null) return `${format.number(min, decimalsOf(min))} – ${text(max)}`
  if (min !== null) return `≥ ${text(min)}`
  return max === null ? null : `≤ ${text(max)}`
}

function decimalsOf(value: number): number {
  const [, digits = ''] = String(value).split('.')
  return Math.min(4, digits.length)
}

function headOf(set: LimitSet, { t, named, format }: RuleWords): string {
  const { code, column, flowBand, window, status } = set
  const { moreThan = null, upTo = null } = flowBand ?? {}
  const flow = flowBand === null ? null : rangeText({ min: moreThan, max: upTo }, 'm3/d', { t, named, format })
  return [
    code,
    column === null ? null : named(`rule.column.${column}`, t('rule.column', { column })),
    flow,
    window === null ? null : named(`rule.window.${window.replace(' ', '-')}`, window),
    t(`rule.status.${status}`),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** Limits of one medium, set by set as the regulation prints them. */
export function limitRows(sets: readonly LimitSet[], medium: LimitSet['medium'], words: RuleWords): RuleRow[] {
  return sets
    .filter((set) => set.medium === medium)
    .flatMap((set) =>
      Object.entries(set.values).map(([key, limit]) => ({
        id: `${set.id} ${key}`,
        head: headOf(set, words),
        name: SYMBOLS[key] ?? words.named(`rule.parameter.${key}`, key),
        value: rangeText(limit, limit.unit, words),
        valid: set,
        source: set.source,
        confidence: limit.confidence,
      })),
    )
}

/** Planning norms by topic. */
export function normRows(norms: readonly Norm[], words: RuleWords): RuleRow[] {
  return norms.map((norm) => ({
    id: norm.id,
    head: words.t(`rule.topic.${norm.topic}`),
    name: words.named(`rule.norm.${norm.id}`, norm.id),
    value: rangeText(norm, norm.unit, words),
    valid: norm,
    source: norm.source,
    confidence: norm.source.confidence,
  }))
}

function voltageText({ minKv, maxKv }: { minKv: number | null; maxKv: number | null }, { format }: RuleWords): string {
  if (minKv === null) return maxKv === null ? '' : `< ${format.quantity(maxKv, 'kV', 0)}`
  if (maxKv === null) return `≥ ${format.quantity(minKv, 'kV', 0)}`
  return `${format.number(minKv, 0)} – ${format.quantity(maxKv, 'kV', 0)}`
}

function bandsText(prices: BandPrices, { t, format }: RuleWords): string {
  return t('rule.bands', {
    peak: format.number(prices.peak, 0),
    normal: format.number(prices.normal, 0),
    offPeak: format.number(prices['off-peak'], 0),
  })
}

/** Prices of electricity without tax, the surcharge for reactive power and what may be sold to the grid. */
export function tariffRows(tariffs: Tariffs, words: RuleWords): RuleRow[] {
  const { t, format } = words
  const row = (
    id: string,
    rule: Validity & { source: ReferenceSource },
    rest: Pick<RuleRow, 'head' | 'name' | 'value'>,
  ) => ({
    id,
    ...rest,
    valid: rule,
    source: rule.source,
    confidence: rule.source.confidence,
  })
  return [
    ...tariffs.prices.map((price) =>
      row(price.id, price, {
        head: t(`rule.customer.${price.customer}`),
        name: voltageText(price, words) || t('rule.anyVoltage'),
        value: price.vndPerKwh === null ? null : bandsText(price.vndPerKwh, words),
      }),
    ),
    ...tariffs.twoComponent.map((price) =>
      row(price.id, price, {
        head: t('rule.twoComponent'),
        name: voltageText(price, words) || t('rule.anyVoltage'),
        value: `${t('rule.perKwMonth', { price: format.number(price.vndPerKwMonth, 0) })} · ${bandsText(price.vndPerKwh, words)}`,
      }),
    ),
    ...tariffs.powerFactor.map((rule) =>
      row(rule.id, rule, {
        head: t('rule.other'),
        name: t('rule.powerFactor', { power: format.quantity(rule.fromPowerKw, 'kW', 0) }),
        value: `≥ ${format.number(rule.threshold, 2)}`,
      }),
    ),
    ...tariffs.exportCaps.map((cap) =>
      row(cap.id, cap, {
        head: t('rule.other'),
        name: t('rule.exportCap'),
        value: `≤ ${format.quantity(cap.maxSharePercent, '%', 0)}`,
      }),
    ),
  ]
}

/** Emission factors of the grid by year, newest first, and of fuels. */
export function factorRows(grid: GridFactors, fuels: FuelFactors, words: RuleWords): RuleRow[] {
  const { t, named, format } = words
  return [
    ...grid.factors
      .toSorted((a, b) => b.year - a.year)
      .map(({ year, tCO2PerMWh, source }) => ({
        id: `grid ${year}`,
        head: t('rule.grid'),
        name: String(year),
        value: format.quantity(tCO2PerMWh, grid.unit, 4),
        valid: null,
        source,
        confidence: source.confidence,
      })),
    ...fuels.factors.map(({ fuel, tjPerKt, tCO2PerTj, source }) => ({
      id: fuel,
      head: t('rule.fuels'),
      name: named(`rule.fuel.${fuel}`, fuel),
      value: `${format.number(tjPerKt, 1)} TJ/kt × ${format.number(tCO2PerTj, 1)} tCO₂/TJ`,
      valid: null,
      source,
      confidence: source.confidence,
    })),
  ]
}
