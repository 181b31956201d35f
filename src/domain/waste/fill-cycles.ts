import { medianOf } from '../statistics/summary.ts'

export interface FillSample {
  timeMs: number
  /** Per cent of the container; null when the sensor says nothing. */
  percent: number | null
}

export interface KnownFill {
  timeMs: number
  percent: number
}

/** What one container held from one emptying to the next. */
export interface FillCycle {
  /** First reading after the emptying that began it; null for the one that was running when the readings begin. */
  emptiedAtMs: number | null
  samples: readonly KnownFill[]
}

export interface FillRules {
  /** Level that counts as full, per cent. */
  fullPercent: number
  /** A lasting fall by more than this is an emptying, points of per cent. */
  emptiedBy: number
  /** So is a smaller one that leaves half or less, from this fall on: containers that are emptied while nearly empty. */
  leastFall: number
  minSamples: number
}

export const FILL_RULES: FillRules = { fullPercent: 85, emptiedBy: 20, leastFall: 5, minSamples: 6 }

/** Readings up to an instant that have a number. */
export function knownFills(samples: readonly FillSample[], nowMs: number): readonly KnownFill[] {
  return samples.filter((one): one is KnownFill => {
    return one.percent !== null && Number.isFinite(one.percent) && one.timeMs <= nowMs
  })
}

/**
 * Cuts readings in order of time at every emptying, oldest cycle first; the last one is running. A fall counts when it
 * lasts: the medians of the three readings before and after fall as well, so a single wild reading is no emptying. A
 * gap is no emptying either: what counts are the levels on both of its sides. The rules are ours.
 */
export function fillCycles(samples: readonly KnownFill[], rules: FillRules = FILL_RULES): readonly FillCycle[] {
  const levels = samples.map(({ percent }) => percent)
  const cycles: FillCycle[] = []
  let from = 0
  let emptiedAtMs: number | null = null
  for (let i = 1; i < levels.length; i++) {
    if (!isEmptying(levels[i - 1] ?? 0, levels[i] ?? 0, rules)) continue
    const before = medianOf(levels.slice(Math.max(from, i - 3), i))
    const after = medianOf(levels.slice(i, i + 3))
    if (!isEmptying(before, after, rules)) continue
    cycles.push({ emptiedAtMs, samples: samples.slice(from, i) })
    from = i
    emptiedAtMs = samples[i]?.timeMs ?? null
  }
  cycles.push({ emptiedAtMs, samples: samples.slice(from) })
  return cycles
}

function isEmptying(before: number, after: number, rules: FillRules): boolean {
  const fall = before - after
  return fall > rules.emptiedBy || (fall >= rules.leastFall && after <= before / 2)
}
