import { isoDateOf, zonedParts } from '../../src/domain/time/park-zone.ts'
import { zoneOffsetMs } from '../sim/civil.ts'
import type { FigureOf } from './figures.ts'
import type { RegisterView } from './register-view.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const YEAR_DAYS = 365
const MONTH_DAYS = 30
/** The wastewater fee is declared by the 20th of the quarter's first month (Decree 346/2025). */
const FEE_DAY = 20
/** Offices close: what is due on a day is due by then. */
const CLOSING_HOUR = 17

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** Age of the oldest hazardous manifest whose last copy has not come back, days; 0 when all are back. */
export function oldestManifestDays(registers: RegisterView, timeZone: string): FigureOf {
  return ({ nowMs }) => {
    const rows = registers.rows.manifests
    if (rows.length === 0) return null
    const today = isoDateOf(nowMs, timeZone)
    const open = rows.filter(
      ({ handedOverOn, returnedOn }) => handedOverOn <= today && (returnedOn === null || returnedOn > today),
    )
    return Math.max(0, ...open.map(({ handedOverOn }) => daysBetween(handedOverOn, today)))
  }
}

/** Age of the oldest lot that a hazardous store holds, days; 0 when it holds none. */
export function oldestLotDays(registers: RegisterView, timeZone: string, storeId: string): FigureOf {
  return ({ nowMs }) => {
    const rows = registers.rows.lots
    if (rows.length === 0) return null
    const today = isoDateOf(nowMs, timeZone)
    const held = rows.filter((lot) => lot.route === 'in-store' && lot.storeId === storeId && lot.generatedOn <= today)
    return Math.max(0, ...held.map(({ generatedOn }) => daysBetween(generatedOn, today)))
  }
}

/**
 * Most hazardous waste that one tenant without its papers in order generates, kg a month: the last 30 days, or a twelfth of the last 365 where that
 * is more (Decree 08/2022 Article 71.2: 100 kg a month or 1,200 kg a year). Lots of the park's own are not a tenant's,
 * and a tenant whose profile says that it handles its hazardous waste as the law asks may generate more.
 */
export function tenantHazardousKg(registers: RegisterView, timeZone: string): FigureOf {
  return ({ nowMs }) => {
    const today = isoDateOf(nowMs, timeZone)
    const inOrder = new Set(
      registers.rows.profiles.flatMap((row) => (row.hazardousCompliant === true ? [row.tenantId] : [])),
    )
    const month = new Map<string, number>()
    const year = new Map<string, number>()
    for (const { stream, tenantId, generatedOn, massT } of registers.rows.lots) {
      if (stream !== 'hazardous' || tenantId === null || massT === null || inOrder.has(tenantId)) continue
      const age = daysBetween(generatedOn, today)
      if (age < 0 || age >= YEAR_DAYS) continue
      year.set(tenantId, (year.get(tenantId) ?? 0) + massT * 1000)
      if (age < MONTH_DAYS) month.set(tenantId, (month.get(tenantId) ?? 0) + massT * 1000)
    }
    if (year.size === 0) return null
    return Math.max(...month.values(), ...[...year.values()].map((kg) => kg / 12))
  }
}

/**
 * Days until the next report whose date is known: the environment report of the agenda and the wastewater fee. One
 * that the register of issued reports holds is done. Forms A.4 and B.4 are yearly, but no day is verified: they raise
 * no alarm.
 */
export function daysToReport(registers: RegisterView, timeZone: string): FigureOf {
  return ({ world, nowMs }) => {
    const issued = registers.rows.reports
    const dues: number[] = []
    for (const { kind, due, params } of world.agendaAt(nowMs)) {
      if (kind !== 'report') continue
      const isDone = issued.some((row) => row.kind === 'environment-annual' && row.year === params.year)
      if (!isDone) dues.push(Date.parse(due))
    }
    for (const { opensOn, dueMs } of feeDates(nowMs, timeZone)) {
      const today = isoDateOf(nowMs, timeZone)
      const isDone = issued.some(
        ({ kind, issuedOn }) => kind === 'wastewater-fee' && issuedOn >= opensOn && issuedOn <= today,
      )
      if (dueMs > nowMs && !isDone) dues.push(dueMs)
    }
    return dues.length === 0 ? null : (Math.min(...dues) - nowMs) / DAY_MS
  }
}

/** This quarter's declaration and the next one's: first day of the quarter, and when it is due. */
function feeDates(nowMs: number, timeZone: string): { opensOn: string; dueMs: number }[] {
  const { year, month } = zonedParts(nowMs, timeZone)
  const first = month - ((month - 1) % 3)
  return [0, 3].map((ahead) => {
    const opens = Date.UTC(year, first - 1 + ahead, 1)
    const dueMs = opens + (FEE_DAY - 1) * DAY_MS + CLOSING_HOUR * HOUR_MS - zoneOffsetMs(timeZone)
    return { opensOn: new Date(opens).toISOString().slice(0, 10), dueMs }
  })
}
