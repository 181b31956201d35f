import { daysBetween, latest, measure, monthsBefore, named, rowEvidence, shareOf } from './measure.ts'
import type { Indicator } from './scorecard-types.ts'

const GRIEVANCE_DAYS = 90
const INCIDENT_DAYS = 30
const POSITIVE_SHARE = 0.8

/** Latest survey of a kind, satisfied among those that answered: `survey:tenants-services`. Not older than two years. */
export const survey: Indicator = ({ registers, today }, [kind = '']) => {
  const held = registers.surveys
    .filter((row) => row.kind === kind && row.heldOn >= monthsBefore(today, 24) && row.answered > 0)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
  const [last] = held
  if (last === undefined) return measure({})
  return shareOf(last.satisfied, last.answered, 'persons', ['satisfied', 'answered'], {
    evidence: held.map((row) => rowEvidence('surveys', row.id, row === last, row.satisfied, 'persons')),
    asOf: last.heldOn,
  })
}

/** Outreach activities of the last twelve months that more than 80 % of those asked found positive. */
export const outreachPositive: Indicator = ({ registers, today }) => {
  const events = registers.surveys.filter(
    ({ kind, heldOn }) => kind === 'outreach' && heldOn >= monthsBefore(today, 12),
  )
  const positive = events.filter(({ satisfied, answered }) => answered > 0 && satisfied / answered > POSITIVE_SHARE)
  return measure({
    value: registers.surveys.length === 0 ? null : positive.length,
    coverage: registers.surveys.length === 0 ? 0 : 1,
    evidence: events.map((row) => rowEvidence('surveys', row.id, positive.includes(row))),
    inputs: [named('events', events.length, '1')],
    asOf: latest(events.map(({ heldOn }) => heldOn)),
  })
}

/**
 * Grievances received in the last twelve months and addressed within 90 days. One that is still open counts against it
 * from its 91st day on and is left aside before.
 */
export const grievancesInTime: Indicator = ({ registers, today }) => {
  const received = registers.grievances.filter(
    ({ receivedOn, addressedOn }) =>
      receivedOn >= monthsBefore(today, 12) &&
      (addressedOn !== null || daysBetween(receivedOn, today) > GRIEVANCE_DAYS),
  )
  const inTime = received.filter(
    ({ receivedOn, addressedOn }) => addressedOn !== null && daysBetween(receivedOn, addressedOn) <= GRIEVANCE_DAYS,
  )
  return shareOf(inTime.length, received.length, 'grievances', ['inTime', 'received'], {
    evidence: received.map((row) => rowEvidence('grievances', row.id, inTime.includes(row))),
    asOf: latest(received.map(({ receivedOn }) => receivedOn)),
  })
}

/** Grievances of the last twelve months that were brought to a conclusion. */
export const grievancesConcluded: Indicator = ({ registers, today }) => {
  const received = registers.grievances.filter(({ receivedOn }) => receivedOn >= monthsBefore(today, 12))
  const concluded = received.filter(({ concludedOn }) => concludedOn !== null)
  return shareOf(concluded.length, received.length, 'grievances', ['concluded', 'received'], {
    evidence: received.map((row) => rowEvidence('grievances', row.id, row.concludedOn !== null)),
    asOf: latest(received.map(({ receivedOn }) => receivedOn)),
  })
}

/** Security and safety issues of the last twelve months closed within 30 days; young open ones are left aside. */
export const incidentsInTime: Indicator = ({ registers, today }) => {
  const reported = registers.incidents.filter(
    ({ occurredAt, closedOn }) =>
      occurredAt.slice(0, 10) >= monthsBefore(today, 12) &&
      (closedOn !== null || daysBetween(occurredAt, today) > INCIDENT_DAYS),
  )
  const inTime = reported.filter(
    ({ occurredAt, closedOn }) => closedOn !== null && daysBetween(occurredAt, closedOn) <= INCIDENT_DAYS,
  )
  return shareOf(inTime.length, reported.length, 'incidents', ['inTime', 'reported'], {
    evidence: reported.map((row) => rowEvidence('incidents', row.id, inTime.includes(row))),
    asOf: latest(reported.map(({ occurredAt }) => occurredAt.slice(0, 10))),
  })
}

const MONTH_DAYS = 365.25 / 12

/**
 * Longest gap in months between issued reports of a kind in the last 24 months, today's open gap included:
 * `report-gap:consolidated-monitoring`. Not enough data under two reports.
 */
export const reportGap: Indicator = ({ registers, today }, [kind = '']) => {
  const issued = registers['reports-issued']
    .filter((row) => row.kind === kind && row.issuedOn >= monthsBefore(today, 24))
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
  const days = [...issued.map(({ issuedOn }) => issuedOn), today]
  const gaps = days.slice(1).map((day, k) => daysBetween(days[k] ?? day, day))
  return measure({
    value: issued.length < 2 ? null : Math.max(...gaps) / MONTH_DAYS,
    coverage: issued.length < 2 ? 0 : 1,
    evidence: issued.map((row) => rowEvidence('reports-issued', row.id, true)),
    inputs: [named('reports', issued.length, '1')],
    asOf: latest(issued.map(({ issuedOn }) => issuedOn)),
  })
}
