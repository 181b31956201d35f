import type { Priority } from '../../contract/alarm-definitions.ts'
import type { AlarmHealth } from './alarm-health.ts'

/**
 * P1 to P3 alarms from which a priority split is told. Below 20 a single P1 is more than the 5 % that EEMUA 191 allows,
 * so that the share would judge the number of alarms, not their priorities.
 */
export const MIN_FOR_SPLIT = 20
/** Alarms from which the share of the ten most frequent is told: below 50 ten that called once each exceed 20 %. */
export const MIN_FOR_TOP_SHARE = 50
/** The same for its target of 5 %, which fewer than 200 cannot meet. */
export const MIN_FOR_TOP_TARGET = 200
/** Acknowledgements from which their median is told: of 5, two odd ones leave it among the others. */
export const MIN_FOR_MEDIAN = 5

/** The figures without the shares and medians that a couple of alarms would decide; these are null. */
export function withoutFew(health: AlarmHealth): AlarmHealth {
  const { annunciated, medianAckS, acks } = health
  const medianOf = (priority: Priority): number | null =>
    acks[priority] < MIN_FOR_MEDIAN ? null : medianAckS[priority]
  return {
    ...health,
    split: splitCount(health) < MIN_FOR_SPLIT ? null : health.split,
    topShare: annunciated < MIN_FOR_TOP_SHARE ? null : health.topShare,
    medianAckS: { P1: medianOf('P1'), P2: medianOf('P2'), P3: medianOf('P3'), P4: medianOf('P4') },
  }
}

/** Alarms that a priority split is taken from. */
export function splitCount({ counts }: Pick<AlarmHealth, 'counts'>): number {
  return counts.P1 + counts.P2 + counts.P3
}
