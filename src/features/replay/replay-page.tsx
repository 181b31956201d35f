import { useMemo, useState } from 'react'
import { downloadBlob } from '../../charts/export.ts'
import { useExportVeil } from '../../charts/use-export-veil.ts'
import {
  INCIDENT_KINDS,
  type IncidentKind,
  LONGEST_MS,
  incidentStartMs,
  readSpan,
  writeSpan,
} from '../../domain/replay/incident.ts'
import type { TimeSpan } from '../../domain/replay/timeline.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { dateStartMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useEdgeNow } from '../../live/replay-context.tsx'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { incidentJson } from './incident-export.ts'
import { IncidentRow } from './incident-row.tsx'
import styles from './incident.module.css'
import { useIncident } from './use-incident.ts'
import { useLineWords } from './use-line-words.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000
const QUARTER_MS = 900_000

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-20T10:05` in the park's zone, as the field of date and time wants it. */
function fieldText(ms: number, zone: string): string {
  const minutes = Math.round((ms - dayStartMs(ms, zone)) / MINUTE_MS)
  return `${isoDateOf(ms, zone)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function fieldMs(text: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number)
  return text === '' ? Number.NaN : dateStartMs(year, month, day, zone) + hour * HOUR_MS + minute * MINUTE_MS
}

interface IncidentProps {
  index: ParkIndex
  /** What is asked for. */
  asked: TimeSpan
  /** Where a range that nobody chose ends so far; null for a chosen one. */
  untilMs: number | null
}

function Incident({ index, asked, untilMs }: IncidentProps) {
  const t = useText('replay')
  const shell = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const errorText = useErrorText()
  const wordsOf = useLineWords()
  const veil = useExportVeil()
  const { view, patch } = useView()
  const asOfMs = useEdgeNow(MINUTE_MS)
  const { lines, isLoading, error, retry } = useIncident(index, asked, untilMs !== null)
  const [hidden, setHidden] = useState<ReadonlySet<IncidentKind>>(new Set())
  const shown = useMemo(() => lines.filter(({ kind }) => !hidden.has(kind)), [lines, hidden])
  // By the minute, but never before the last line that it holds.
  const span =
    untilMs === null ? asked : { fromMs: asked.fromMs, toMs: Math.max(untilMs, lines.at(-1)?.atMs ?? untilMs) }
  const startMs = incidentStartMs(lines, span)
  const { park } = index
  const dataMode = park.dataMode === 'simulated' ? shell('simulated') : null
  const period = `${format.dateTime(span.fromMs)} – ${format.dateTime(span.toMs)}`
  usePageMeta([period, format.zoneLabel(span.fromMs), dataMode ?? ''].filter(Boolean).join(' · '))
  const asOf = asOfMs === null ? null : t('asOf', { time: format.dateTime(asOfMs) })
  // The range stays where it is: without one in the address it would end at the instant that is shown.
  const onShow = (atMs: number): void => patch({ at: Math.ceil(atMs / 1000) * 1000, item: writeSpan(span) })
  const save = (): void => {
    const head = { park: park.id, span, zone: park.timeZone, dataMode, asOfMs, startMs }
    const text = incidentJson(head, shown, (line) => wordsOf(line).title, veil.text)
    downloadBlob(new Blob([text], { type: 'application/json' }), `incident-${park.id}-${writeSpan(span)}.json`)
  }
  const set = (next: TimeSpan): void => {
    const toMs = Math.min(next.toMs, next.fromMs + LONGEST_MS)
    if (next.fromMs < toMs) patch({ item: writeSpan({ fromMs: next.fromMs, toMs }) })
  }
  return (
    <>
      <div className={styles.tools} data-screen-only="">
        <DateField
          withTime
          label={t('from')}
          value={fieldText(span.fromMs, park.timeZone)}
          onChange={(text) => set({ ...span, fromMs: fieldMs(text, park.timeZone) })}
        />
        <DateField
          withTime
          label={t('to')}
          value={fieldText(span.toMs, park.timeZone)}
          onChange={(text) => set({ ...span, toMs: fieldMs(text, park.timeZone) })}
        />
        <fieldset className={styles.kinds} aria-label={t('kinds')}>
          {INCIDENT_KINDS.map((kind) => (
            <label key={kind} className={styles.check}>
              <input
                type="checkbox"
                checked={!hidden.has(kind)}
                onChange={() => {
                  const next = new Set(hidden)
                  if (!next.delete(kind)) next.add(kind)
                  setHidden(next)
                }}
              />
              {t(`kind.${kind}`)} {format.number(lines.filter((line) => line.kind === kind).length)}
            </label>
          ))}
        </fieldset>
        <div className={styles.actions}>
          <Button disabled={isLoading} onClick={save}>
            {t('json')}
          </Button>
          <Button disabled={isLoading} onClick={() => print()}>
            {t('print')}
          </Button>
          <Button look="primary" onClick={() => onShow(view.at ?? startMs)} disabled={view.at !== null}>
            {t('start')}
          </Button>
        </div>
      </div>
      <header className={styles.paper}>
        <h2>{t('report', { park: park.name[locale] })}</h2>
        <p>
          {[period, `${format.zone} (${format.zoneLabel(span.fromMs)})`, dataMode, asOf].filter(Boolean).join(' · ')}
        </p>
      </header>
      {isLoading ? (
        <PanelState kind="loading" lines={8} />
      ) : error ? (
        <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
      ) : shown.length === 0 ? (
        <PanelState kind="empty" text={t('none')} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('head.time')}</th>
              <th scope="col">{t('head.since')}</th>
              <th scope="col">{t('head.kind')}</th>
              <th scope="col">{t('head.what')}</th>
              <th scope="col" data-screen-only="">
                <span className="visually-hidden">{t('showShort')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <IncidentRow key={line.id} line={line} words={wordsOf(line)} startMs={startMs} onShow={onShow} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What happened in a range, on one axis: to read, to jump into, to hand on. */
export function ReplayPage() {
  const index = useParkIndex()
  const { view } = useView()
  const now = useServerNow(QUARTER_MS)
  const edge = useEdgeNow(QUARTER_MS)
  const minuteMs = useEdgeNow(MINUTE_MS) ?? now
  const chosen = useMemo(() => readSpan(view.item), [view.item])
  // Asked up to the end of the quarter: one question for a quarter of an hour, asked again as it fills.
  const proposed = useMemo(() => {
    const toMs = view.at === null ? now + QUARTER_MS : Math.min(now + 2 * QUARTER_MS, (edge ?? now) + QUARTER_MS)
    return { fromMs: toMs - DAY_MS, toMs }
  }, [view.at, now, edge])
  const untilMs = chosen === null ? Math.min(proposed.toMs, minuteMs) : null
  return (
    <div className={styles.page} data-level="3">
      {index === null ? (
        <PanelState kind="loading" lines={8} />
      ) : (
        <Incident index={index} asked={chosen ?? proposed} untilMs={untilMs} />
      )}
    </div>
  )
}
