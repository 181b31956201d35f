import type { Alarm } from '../../contract/alarms.ts'
import type { HandoverKind, LogEntry, WorkPermit } from '../../contract/shift.ts'
import type { LocalizedText } from '../../contract/primitives.ts'
import type { PointLimit } from '../../contract/resources.ts'
import type { DraftItem } from './handover.ts'
import { isCarried } from './log.ts'
import { isExpiring, orphanedAlarmIds, permitState } from './permits.ts'

/** A value that is within a tenth of its limit, as `nearLimits` finds it. */
export interface NearLimit {
  pointId: string
  value: number
  limit: number
  unit: string
  decimals: number
  basis: string
  sinceMs: number
}

/** A switch, pump or feeder that is not as it should be. */
export interface AssetState {
  assetId: string
  sinceMs: number
}

/** Matters that people wrote down: orders, visits, protections, contacts. */
export interface StandingMatter {
  id: string
  kind: HandoverKind
  text: LocalizedText
  ref: DraftItem['ref']
  sinceMs: number
  flagged: boolean
}

export interface HandoverInputs {
  nowMs: number
  /** Alarms on the operator's lists. */
  alarms: readonly Alarm[]
  permits: readonly WorkPermit[]
  log: readonly LogEntry[]
  nearLimits: readonly NearLimit[]
  /** Feeders and pumps that are off, and switches that stand otherwise than normal. */
  equipmentOut: readonly AssetState[]
  lineUps: readonly AssetState[]
  lostSources: readonly (AssetState & { points: number })[]
  /** Rain now, mm/h; null when no station reports. */
  rainMmH: number | null
  weatherSinceMs: number
  standing: readonly StandingMatter[]
}

/** Rain from which a shift is warned: storm ponds and lift stations begin to fill. */
const HEAVY_RAIN_MM_H = 10

const iso = (ms: number): string => new Date(ms).toISOString()

function alarmKind(alarm: Alarm): HandoverKind {
  if (alarm.outOfServiceState.value) return 'out-of-service'
  if (alarm.suppressedState.value) return 'suppressed'
  return alarm.shelvingState.state === 'Unshelved' ? 'open-alarm' : 'shelved'
}

function alarmItem(alarm: Alarm, orphaned: ReadonlySet<string>): DraftItem {
  const kind = alarmKind(alarm)
  return {
    id: `alarm:${alarm.id}`,
    kind,
    // Suppression by design is logic; what people hid or have not dealt with must be looked at.
    flagged: kind !== 'suppressed' && (kind !== 'open-alarm' || alarm.priority !== 'P4'),
    params: {
      alarmId: alarm.id,
      definitionId: alarm.definitionId,
      source: alarm.sourceName,
      priority: alarm.priority,
      state: alarm.stateName,
      until: alarm.shelvingState.unshelveTime,
      reason: alarm.shelvingState.reason ?? alarm.outOfServiceState.workOrder ?? alarm.suppressedState.rule,
      stale: alarm.stale ? 'yes' : 'no',
      permitEnded: orphaned.has(alarm.id) ? 'yes' : 'no',
    },
    text: null,
    ref: { type: 'alarm', id: alarm.id },
    since: alarm.activeTime ?? alarm.time,
  }
}

function permitItem(permit: WorkPermit, nowMs: number): DraftItem {
  return {
    id: `permit:${permit.id}`,
    kind: 'work-permit',
    flagged: true,
    params: {
      number: permit.number,
      type: permit.type,
      until: permit.validTo,
      state: permitState(permit, nowMs),
      expiring: isExpiring(permit, nowMs) ? 'yes' : 'no',
      isolations: permit.isolations.length,
      alarms: permit.alarmIds.length,
    },
    text: permit.task,
    ref: { type: 'work-permit', id: permit.id },
    since: permit.validFrom,
  }
}

function assetItem(kind: 'equipment-out' | 'abnormal-line-up', { assetId, sinceMs }: AssetState): DraftItem {
  return {
    id: `${kind}:${assetId}`,
    kind,
    flagged: true,
    params: { assetId },
    text: null,
    ref: { type: 'asset', id: assetId },
    since: iso(sinceMs),
  }
}

/**
 * What a handover has to speak of: alarms that are open or hidden, permits, equipment and line-ups, values near a limit,
 * lost sources, weather, carried log entries, and the matters that people wrote down. The same matter has the same id
 * in every shift.
 */
export function draftItems(inputs: HandoverInputs): DraftItem[] {
  const { nowMs } = inputs
  const hidden = new Set(
    inputs.alarms.filter((alarm) => alarm.suppressedOrShelved || alarm.outOfServiceState.value).map(({ id }) => id),
  )
  const orphaned = new Set(orphanedAlarmIds(inputs.permits, hidden, nowMs))
  const permits = inputs.permits.filter((permit) => ['open', 'expired'].includes(permitState(permit, nowMs)))
  const rain = inputs.rainMmH
  return [
    ...inputs.alarms.map((alarm) => alarmItem(alarm, orphaned)),
    ...permits.map((permit) => permitItem(permit, nowMs)),
    ...inputs.equipmentOut.map((state) => assetItem('equipment-out', state)),
    ...inputs.lineUps.map((state) => assetItem('abnormal-line-up', state)),
    ...inputs.nearLimits.map((near): DraftItem => ({
      id: `near:${near.pointId}`,
      kind: 'near-limit',
      flagged: false,
      params: {
        pointId: near.pointId,
        value: near.value,
        limit: near.limit,
        unit: near.unit,
        decimals: near.decimals,
        basis: near.basis,
      },
      text: null,
      ref: { type: 'point', id: near.pointId },
      since: iso(near.sinceMs),
    })),
    ...inputs.lostSources.map((lost): DraftItem => ({
      id: `source:${lost.assetId}`,
      kind: 'source-down',
      flagged: true,
      params: { assetId: lost.assetId, points: lost.points },
      text: null,
      ref: { type: 'asset', id: lost.assetId },
      since: iso(lost.sinceMs),
    })),
    ...(rain !== null && rain >= HEAVY_RAIN_MM_H
      ? [
          {
            id: 'weather:rain',
            kind: 'weather' as const,
            flagged: true,
            params: { rainMmH: rain },
            text: null,
            ref: null,
            since: iso(inputs.weatherSinceMs),
          },
        ]
      : []),
    ...inputs.standing.map((matter): DraftItem => ({
      id: `standing:${matter.id}`,
      kind: matter.kind,
      flagged: matter.flagged,
      params: {},
      text: matter.text,
      ref: matter.ref,
      since: iso(matter.sinceMs),
    })),
    ...inputs.log.filter(isCarried).map((entry): DraftItem => ({
      id: `log:${entry.id}`,
      kind: 'log',
      flagged: true,
      params: { text: entry.text, language: entry.language, category: entry.category },
      text: null,
      ref: { type: 'log', id: entry.id },
      since: entry.eventTime,
    })),
  ]
}

/** Share of a limit from which a value counts as near it. */
const NEAR_SHARE = 0.9

/**
 * Whether a value is inside a high limit but in the last tenth below it: of the band where there is a low limit too
 * (voltage, pH), of the limit itself where there is none. A low limit alone has no scale of its own.
 */
export function isNearLimit(
  value: number,
  limit: Pick<PointLimit, 'type' | 'value'>,
  limits: readonly Pick<PointLimit, 'type' | 'value'>[],
): boolean {
  if (limit.type !== 'high') return false
  const low = Math.max(0, ...limits.flatMap((other) => (other.type === 'low' ? [other.value] : [])))
  const span = limit.value - low
  return span > 0 && value >= low + NEAR_SHARE * span && value <= limit.value
}
