import { type Affected, type Alarm, alarmIdSchema } from '../../src/contract/alarms.ts'
import { isHidden, isRetained } from '../../src/domain/alarms/alarm-record.ts'
import { isAcked, isActive, isLatched } from '../../src/domain/alarms/base-state.ts'
import { cyclesPerMinute, isStale } from '../../src/domain/alarms/chattering.ts'
import { ESCALATION } from '../../src/domain/alarms/escalation.ts'
import { priorityOfSeverity } from '../../src/domain/alarms/priority.ts'
import { MAX_SHELVED_MS } from '../../src/domain/alarms/shelving.ts'
import type { AlarmInstance } from './instance.ts'

const DAY_MS = 86_400_000

export interface ViewContext {
  nowMs: number
  parkId: string
  isFirstOut: boolean
  affected: Affected
}

/** An alarm as the contract shows it. */
export function alarmView(instance: AlarmInstance, { nowMs, parkId, isFirstOut, affected }: ViewContext): Alarm {
  const { record, definition, asset, point, judgement } = instance
  const { state, shelving, suppression, outOfService } = record
  const sourceName = asset?.code ?? parkId
  const changeMs = Number.isNaN(record.changeMs) ? nowMs : record.changeMs
  return {
    id: alarmIdSchema.parse(instance.id),
    definitionId: definition.id,
    rev: instance.rev,
    eventId: instance.eventId,
    conditionName: definition.id,
    conditionClassName: definition.class,
    sourceNode: asset?.id ?? 'park',
    sourceName,
    tag: `${sourceName}-${definition.tag}`,
    time: textOf(changeMs),
    receiveTime: textOf(Number.isNaN(instance.receiveMs) ? nowMs : instance.receiveMs),
    activeTime: textOrNull(record.activeMs),
    ackTime: textOrNull(record.ackMs),
    returnTime: textOrNull(record.returnMs),
    respondBy: respondBy(instance),
    severity: record.severity,
    lastSeverity: record.lastSeverity,
    priority: priorityOfSeverity(record.severity) ?? 'P4',
    stateName: state,
    activeState: isActive(state),
    ackedState: isAcked(state),
    confirmedState: record.confirmed,
    latchedState: isLatched(state),
    suppressedState: {
      value: suppression !== null,
      rule: suppression?.rule ?? null,
      since: suppression === null ? null : textOf(suppression.sinceMs),
    },
    outOfServiceState: {
      value: outOfService !== null,
      workOrder: outOfService?.workOrder ?? null,
      clientUserId: outOfService?.role ?? null,
      since: outOfService === null ? null : textOf(outOfService.sinceMs),
    },
    shelvingState: {
      state: shelving?.kind ?? 'Unshelved',
      unshelveTime: shelving === null ? null : textOf(shelving.untilMs),
      reason: shelving?.reason ?? null,
      clientUserId: shelving?.role ?? null,
      since: shelving === null ? null : textOf(shelving.sinceMs),
    },
    suppressedOrShelved: isHidden(record),
    maxTimeShelvedS: MAX_SHELVED_MS / 1000,
    retain: isRetained(record),
    comment:
      record.comment === null
        ? null
        : { text: record.comment.text, time: textOf(record.comment.timeMs), clientUserId: record.comment.role },
    clientUserId: record.lastRole,
    quality: judgement.quality,
    firstInGroupFlag: isFirstOut,
    firstInGroup: instance.group,
    reAlarmTimeS: definition.reAlarmS,
    assetId: asset?.id ?? null,
    pointId: point?.id ?? null,
    plotId: asset?.plotId ?? null,
    stream: definition.stream,
    value: judgement.value,
    limit: instance.limit,
    unit: point?.unit ?? definition.unit,
    decimals: point?.decimals ?? 1,
    escalation: escalationOf(instance),
    affected,
    chatteringPerMin: cyclesPerMinute(record, nowMs),
    activations24h: instance.activations.filter((ms) => ms > nowMs - DAY_MS).length,
    stale: isStale(record, nowMs),
  }
}

function respondBy({ record, definition }: AlarmInstance): string | null {
  if (definition.timeToRespondS === null || !isActive(record.state)) return null
  return textOf(record.activeMs + definition.timeToRespondS * 1000)
}

function escalationOf({ record, escalated, escalatedMs }: AlarmInstance): Alarm['escalation'] {
  const levels = ESCALATION[priorityOfSeverity(record.severity) ?? 'P4'] ?? []
  const reached = levels[escalated - 1]
  if (reached) return { state: 'escalated', time: textOf(escalatedMs), role: reached.role }
  const next = levels[0]
  if (!next || isAcked(record.state) || isHidden(record) || Number.isNaN(record.annunciatedMs)) {
    return { state: 'none', time: null, role: null }
  }
  return { state: 'pending', time: textOf(record.annunciatedMs + next.afterMs), role: next.role }
}

export function textOf(ms: number): string {
  return new Date(ms).toISOString()
}

function textOrNull(ms: number): string | null {
  return Number.isFinite(ms) ? textOf(ms) : null
}
