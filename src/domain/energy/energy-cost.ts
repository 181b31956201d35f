import type { BandPrices, EnergyPrice, TariffBand, Tariffs, TwoComponentPrice } from '../../contract/reference.ts'
import { coverageGap, enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { recordOn } from '../statistics/validity.ts'
import type { BandSplit } from './time-of-use.ts'

/** Cost of electricity in VND without VAT. Prices: fixtures/reference/tariffs.json (Decision 1279/QĐ-BCT, medium). */
export interface EnergyCost {
  priceId: string
  byBand: Record<TariffBand, number>
  /** Power component of the two-component price; 0 for the one-component price. */
  powerVnd: number
  totalVnd: number
  /** Per cent of VAT that is not in the sums; null when not known. */
  vatPercent: number | null
}

interface VoltageRange {
  minKv: number | null
  maxKv: number | null
}

/** Voltage levels are half-open: 22 kV belongs to "22 to under 110 kV". */
export function isInVoltageRange(range: VoltageRange, voltageKv: number): boolean {
  return (range.minKv === null || voltageKv >= range.minKv) && (range.maxKv === null || voltageKv < range.maxKv)
}

/** Price of a customer at a voltage on a day (`YYYY-MM-DD`), or null. */
export function priceOn(
  tariffs: Tariffs,
  customer: EnergyPrice['customer'],
  voltageKv: number,
  isoDate: string,
): EnergyPrice | null {
  const fitting = tariffs.prices.filter((price) => price.customer === customer && isInVoltageRange(price, voltageKv))
  return recordOn(fitting, isoDate)
}

/** Two-component price at a voltage on a day, or null. */
export function twoComponentPriceOn(tariffs: Tariffs, voltageKv: number, isoDate: string): TwoComponentPrice | null {
  return recordOn(
    tariffs.twoComponent.filter((price) => isInVoltageRange(price, voltageKv)),
    isoDate,
  )
}

/**
 * Σ kWh of a band × price of the band.
 * Errors: `no-reference-value` without a verified price; `low-coverage` under 80 % of the intervals.
 */
export function costByBand(
  split: BandSplit,
  price: EnergyPrice | null,
  vatPercent: number | null,
): Outcome<EnergyCost> {
  if (price === null || price.vndPerKwh === null) return notEnough('no-reference-value')
  const gap = coverageGap(split.coverage.contributing, split.coverage.expected)
  if (gap) return gap
  return enough(costOf(price.id, split, price.vndPerKwh, 0, vatPercent))
}

/**
 * Two-component price: Cp × Pmax + Σ Ca of the band × kWh, Pmax the highest 30-minute demand of the month.
 * Source: letter 7646/BCT-ĐL of 09/10/2025, medium. Errors as `costByBand`, and those of the peak.
 */
export function twoComponentCost(
  split: BandSplit,
  peakKw: Outcome<number>,
  price: TwoComponentPrice | null,
  vatPercent: number | null,
): Outcome<EnergyCost> {
  if (price === null) return notEnough('no-reference-value')
  const gap = coverageGap(split.coverage.contributing, split.coverage.expected)
  if (gap) return gap
  if (!peakKw.ok) return peakKw
  return enough(costOf(price.id, split, price.vndPerKwh, price.vndPerKwMonth * peakKw.value, vatPercent))
}

function costOf(
  priceId: string,
  { sums }: BandSplit,
  prices: BandPrices,
  powerVnd: number,
  vatPercent: number | null,
): EnergyCost {
  const byBand = {
    peak: sums.peak * prices.peak,
    normal: sums.normal * prices.normal,
    'off-peak': sums['off-peak'] * prices['off-peak'],
  }
  return {
    priceId,
    byBand,
    powerVnd,
    totalVnd: byBand.peak + byBand.normal + byBand['off-peak'] + powerVnd,
    vatPercent,
  }
}
