import type { Network } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import type { Alarm } from '../../contract/alarms.ts'
import type { WorkPermit } from '../../contract/shift.ts'

const MINUTE_MS = 60_000
/** An open permit that ends within this time asks for a decision: extend it, or make the place safe. */
export const EXPIRING_MS = 60 * MINUTE_MS

/** State of a permit at an instant; a closed one stays closed. */
export function permitState(
  permit: Pick<WorkPermit, 'validFrom' | 'validTo' | 'closedTime'>,
  nowMs: number,
): WorkPermit['state'] {
  if (permit.closedTime !== null && Date.parse(permit.closedTime) <= nowMs) return 'closed'
  if (nowMs < Date.parse(permit.validFrom)) return 'planned'
  return nowMs < Date.parse(permit.validTo) ? 'open' : 'expired'
}

/** Whether an open permit ends within the hour. */
export function isExpiring(permit: WorkPermit, nowMs: number): boolean {
  return permitState(permit, nowMs) === 'open' && Date.parse(permit.validTo) - nowMs < EXPIRING_MS
}

/**
 * Permits that speak of an alarm, the running ones first: the one that it is out of service under, those that name it,
 * and open work on its own asset.
 */
export function permitsAbout(
  alarm: Pick<Alarm, 'id' | 'assetId' | 'outOfServiceState'>,
  permits: readonly WorkPermit[],
  nowMs: number,
): WorkPermit[] {
  const { workOrder } = alarm.outOfServiceState
  return permits
    .filter(
      (permit) =>
        permit.number === workOrder ||
        permit.alarmIds.includes(alarm.id) ||
        (alarm.assetId !== null && permit.assetId === alarm.assetId && permitState(permit, nowMs) === 'open'),
    )
    .toSorted((a, b) => Number(permitState(b, nowMs) === 'open') - Number(permitState(a, nowMs) === 'open'))
}

/** Alarms that are off because of a permit that no longer covers the work: they have to come back, or be argued for. */
export function orphanedAlarmIds(
  permits: readonly WorkPermit[],
  hiddenAlarmIds: ReadonlySet<string>,
  nowMs: number,
): string[] {
  const covered = new Set(
    permits.filter((permit) => permitState(permit, nowMs) === 'open').flatMap((permit) => permit.alarmIds),
  )
  const named = new Set(permits.flatMap((permit) => permit.alarmIds))
  return [...named].filter((id) => hiddenAlarmIds.has(id) && !covered.has(id)).toSorted()
}

/** Metres between two positions, flat: good to a few centimetres over the size of a park. */
function metresBetween(a: Position, b: Position): number {
  const metresPerDegree = 111_320
  const dx = ((a[0] ?? 0) - (b[0] ?? 0)) * metresPerDegree * Math.cos(((a[1] ?? 0) * Math.PI) / 180)
  const dy = ((a[1] ?? 0) - (b[1] ?? 0)) * metresPerDegree
  return Math.hypot(dx, dy)
}

function metresToSegment(p: Position, a: Position, b: Position): number {
  const cos = Math.cos(((p[1] ?? 0) * Math.PI) / 180)
  const px = (p[0] ?? 0) * cos
  const ax = (a[0] ?? 0) * cos
  const bx = (b[0] ?? 0) * cos
  const [py, ay, by] = [p[1] ?? 0, a[1] ?? 0, b[1] ?? 0]
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
  const foot: Position = [(ax + share * (bx - ax)) / cos, ay + share * (by - ay)]
  return metresBetween(p, foot)
}

export interface BuriedLine {
  id: string
  network: Network
  path: readonly Position[]
}

/** Buried lines within `radiusM` metres of a dig, nearest first. */
export function linesNear(
  place: Position,
  lines: readonly BuriedLine[],
  radiusM = 5,
): { line: BuriedLine; metres: number }[] {
  return lines
    .map((line) => ({
      line,
      metres: line.path
        .slice(1)
        .reduce((least, end, at) => Math.min(least, metresToSegment(place, line.path[at] ?? end, end)), Infinity),
    }))
    .filter(({ metres }) => metres <= radiusM)
    .toSorted((a, b) => a.metres - b.metres)
}
