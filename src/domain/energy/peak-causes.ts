import type { Coverage } from '../statistics/outcome.ts'

export interface PeakCause {
  id: string
  /** Demand in the half hour of the peak and in the one it is compared with, kW. */
  kw: number
  beforeKw: number
  changeKw: number
}

export interface PeakCauses {
  /** Largest rises, largest first; only rises. */
  rises: readonly PeakCause[]
  /** Sum of the changes of all meters that could be compared, kW. */
  changeKw: number
  coverage: Coverage
}

/**
 * Which meters made a half hour higher than another one: change = demand then − demand before, by meter. Meters that
 * are missing in either half hour are counted and left out, never taken as zero.
 *
 * @param kwhOf energy of the half hour by meter, kWh; null where it is not known
 */
export function peakCauses(
  kwhOf: ReadonlyMap<string, number | null>,
  beforeKwhOf: ReadonlyMap<string, number | null>,
  most: number,
): PeakCauses {
  const compared: PeakCause[] = []
  for (const [id, kwh] of kwhOf) {
    const before = beforeKwhOf.get(id) ?? null
    if (kwh === null || before === null) continue
    compared.push({ id, kw: kwh * 2, beforeKw: before * 2, changeKw: (kwh - before) * 2 })
  }
  return {
    rises: compared
      .filter(({ changeKw }) => changeKw > 0)
      .toSorted((a, b) => b.changeKw - a.changeKw)
      .slice(0, most),
    changeKw: compared.reduce((sum, { changeKw }) => sum + changeKw, 0),
    coverage: { contributing: compared.length, expected: kwhOf.size },
  }
}
