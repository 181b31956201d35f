import type { LocalizedText } from '../../src/contract/primitives.ts'
import type { RowOf } from '../../src/contract/registers.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { LogEntry, WorkPermit } from '../../src/contract/shift.ts'
import type { StandingMatter } from '../../src/domain/shift/draft-items.ts'
import { permitState } from '../../src/domain/shift/permits.ts'
import { previousShift, shiftAt } from '../../src/domain/shift/shifts.ts'
import { addDaysMs, dayStartMs, isoDateOf, isoDateStartMs, zonedParts } from '../../src/domain/time/park-zone.ts'
import { bitsOf, streamOf } from '../sim/hash.ts'
import { PERMIT_TEMPLATES, type PermitTemplate } from './permit.data.ts'
import { LOG_TEMPLATES, STANDING_TEMPLATES, type StandingTemplate } from './standing.data.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const iso = (ms: number): string => new Date(ms).toISOString()

export interface DeskPark {
  assets: readonly Asset[]
  zone: string
  seed: number
}

function pickAsset({ assets, seed }: DeskPark, kind: string, salt: number): Asset | undefined {
  const fitting = assets.filter((asset) => asset.kind === kind)
  return fitting[bitsOf(streamOf(seed, 'desk-assets'), salt) % Math.max(1, fitting.length)]
}

/** Matters that the simulated desk has written down, as they stand at an instant: a pure function of park and time. */
export function standingMatters(park: DeskPark, nowMs: number): StandingMatter[] {
  return STANDING_TEMPLATES.flatMap((template, at) => {
    const asset = template.about === null ? undefined : pickAsset(park, template.about, at)
    // A park without such equipment has no such matter.
    if (template.about !== null && asset === undefined) return []
    const { sinceMs, untilMs } = cycleOf(template, park.zone, nowMs)
    return [
      {
        id: `${template.id}-${isoDateOf(sinceMs, park.zone)}`,
        kind: template.kind,
        text: onDay(template.text, untilMs, park.zone),
        ref: asset === undefined ? null : { type: 'asset' as const, id: asset.id },
        sinceMs,
        flagged: template.flagged,
      },
    ]
  })
}

/** When a matter began last, and when it ends. */
function cycleOf({ everyDays, onDay: rest, atH }: StandingTemplate, zone: string, nowMs: number) {
  const today = dayStartMs(nowMs, zone)
  // Counted by the middle of the day, so that no zone moves a day's number.
  const day = Math.floor((today + 12 * HOUR_MS) / DAY_MS)
  const since = (((day - rest) % everyDays) + everyDays) % everyDays
  const startOf = (back: number): number => addDaysMs(today, -back, zone) + atH * HOUR_MS
  const back = startOf(since) > nowMs ? since + everyDays : since
  return { sinceMs: startOf(back), untilMs: startOf(back - everyDays) }
}

function onDay(text: LocalizedText, ms: number, zone: string): LocalizedText {
  const { month, day } = zonedParts(ms, zone)
  const english = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short' }).format(ms)
  return {
    vi: text.vi.replace('{day}', `${day}/${month}`),
    en: text.en.replace('{day}', english),
    ja: text.ja.replace('{day}', `${month}月${day}日`),
  }
}

/** Complaints of the register that nobody has concluded by an instant, oldest first. */
export function openComplaints(rows: readonly RowOf<'grievances'>[], zone: string, nowMs: number): StandingMatter[] {
  const today = isoDateOf(nowMs, zone)
  return rows
    .filter(({ receivedOn, concludedOn }) => receivedOn <= today && (concludedOn === null || concludedOn > today))
    .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn, 'en'))
    .map(({ id, subject, texts, tenantId, receivedOn }) => ({
      id: `complaint-${id}`,
      kind: 'complaint',
      text: texts?.['subject'] ?? { vi: subject, en: subject, ja: subject },
      ref: tenantId === null ? null : { type: 'tenant', id: tenantId },
      sinceMs: isoDateStartMs(receivedOn, zone) ?? nowMs,
      flagged: false,
    }))
}

function permitOf(
  park: DeskPark,
  template: PermitTemplate,
  at: number,
  day: number,
  midnight: number,
  nowMs: number,
): WorkPermit[] {
  if ((((day - template.on) % template.every) + template.every) % template.every !== 0) return []
  const asset = pickAsset(park, template.about, 100 + at * 7 + (day % 5))
  if (asset === undefined) return []
  const times = {
    validFrom: iso(midnight + template.fromH * HOUR_MS),
    validTo: iso(midnight + template.toH * HOUR_MS),
    // Work of the days before was handed back half an hour before its end.
    closedTime:
      midnight + template.toH * HOUR_MS < nowMs - 4 * HOUR_MS ? iso(midnight + (template.toH - 0.5) * HOUR_MS) : null,
  }
  return [
    {
      id: `wp-${day}-${at + 1}`,
      number: `WP-${String(day % 10_000).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`,
      type: template.type,
      task: template.task,
      position: asset.position,
      assetId: asset.id,
      plotId: asset.plotId,
      ...times,
      issuer: template.issuer,
      holder: template.holder,
      state: permitState(times, nowMs),
      isolations: template.isolation === null ? [] : [{ assetId: asset.id, text: template.isolation }],
      alarmIds: [],
      simulated: true,
    },
  ]
}

/** Permits of yesterday, today and tomorrow, newest first: a pure function of park and time. */
export function permitsAt(park: DeskPark, nowMs: number): WorkPermit[] {
  const today = dayStartMs(nowMs, park.zone)
  return [-1, 0, 1]
    .flatMap((shift) => {
      const midnight = addDaysMs(today, shift, park.zone)
      const day = Math.round(midnight / DAY_MS)
      return PERMIT_TEMPLATES.flatMap((template, at) => permitOf(park, template, at, day, midnight, nowMs))
    })
    .toSorted((a, b) => Date.parse(b.validFrom) - Date.parse(a.validFrom) || a.id.localeCompare(b.id, 'en'))
}

/** The simulated log of the last three days up to an instant: a few entries a shift. */
export function seedLog(park: DeskPark, nowMs: number): LogEntry[] {
  const stream = streamOf(park.seed, 'desk-log')
  const entries: Omit<LogEntry, 'seq' | 'id'>[] = []
  let shift = shiftAt(nowMs, park.zone)
  for (let back = 0; back < 9; back++) {
    const fromMs = Date.parse(shift.from)
    const count = 2 + (bitsOf(stream, fromMs / HOUR_MS) % 3)
    for (let k = 0; k < count; k++) {
      const template =
        LOG_TEMPLATES[k === 0 ? 0 : 1 + (bitsOf(stream, fromMs / HOUR_MS, k) % (LOG_TEMPLATES.length - 1))]
      const ms = fromMs + (k === 0 ? 4 : 25 + ((k * 131 + (bitsOf(stream, k, fromMs / HOUR_MS) % 120)) % 430)) * 60_000
      if (!template || ms > nowMs) continue
      entries.push({
        eventTime: iso(ms),
        entryTime: iso(ms + 60_000),
        author: k === 0 ? 'shift-lead' : 'operator',
        category: template.category,
        text: template.text,
        language: 'vi',
        range: null,
        refs: [],
        strikes: null,
        struckBy: null,
        carry: false,
        clears: null,
        clearedBy: null,
        simulated: true,
      })
    }
    shift = previousShift(shift, park.zone)
  }
  return entries
    .toSorted((a, b) => Date.parse(a.entryTime) - Date.parse(b.entryTime))
    .map((entry, at) => Object.assign(entry, { seq: at + 1, id: `log-${at + 1}` }))
}
