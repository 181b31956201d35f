import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dailyQueries } from '../../api/register-queries.ts'
import type { DailyReport, DailyRevision } from '../../contract/daily.ts'
import { diffReports } from '../../domain/daily/diff-reports.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { addDaysMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { LOCALE_NAME, LOCALES } from '../../i18n/locales.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { Changes } from './daily-changes.tsx'
import { DayExceptions, Decisions, TodaySoFar } from './daily-lists.tsx'
import { DailyExports } from './daily-exports.tsx'
import { DailyTable } from './daily-table.tsx'
import { IssueBar } from './issue-bar.tsx'
import { Both, SecondLanguage } from './second-language.tsx'
import { useDay } from './use-day.ts'
import styles from './daily.module.css'

/** Lines of the lists that leave room for the larger setting. */
const MOST_ROOMY = 12
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Lines that the day's lists take beside its table. */
function linesBelow(report: DailyReport, shown: DailyRevision | null): number {
  const missed = report.rows.filter(({ meets }) => meets === false).length
  return report.exceptions.length + missed + Math.max(report.decisions.length, shown?.changes.length ?? 0)
}

function Daily({ index }: { index: ParkIndex }) {
  const t = useText('daily')
  const shell = useText('shell')
  const roles = useOptionalText('shell')
  const format = useFormat()
  const locale = useLocale()
  const errorText = useErrorText()
  const { view, patch } = useView()
  const { park } = index
  const zone = park.timeZone
  const nowMs = useServerNow(60_000)
  const yesterday = isoDateOf(addDaysMs(dayStartMs(nowMs, zone), -1, zone), zone)
  // Only days that are over are reported; the running one has its own part.
  const date = view.item !== null && DAY.test(view.item) && view.item <= yesterday ? view.item : yesterday
  const dayMs = Date.parse(`${date}T05:00:00Z`)
  const { report: draft, today, error, retry } = useDay(index, date)
  const issued = useQuery(dailyQueries.day(park.id, date))
  const revisions = issued.data?.revisions ?? []
  const last = revisions.at(-1) ?? null
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = chosen === 'draft' ? null : (revisions.find(({ revision }) => String(revision) === chosen) ?? last)
  const report = shown?.report ?? draft
  const differences = last === null || draft === null ? 0 : diffReports(last.report, draft).length
  // The sheet's second language: paper for a reader who does not share the first.
  const second = LOCALES.find((one) => one === view.measure && one !== locale) ?? null
  // Paper has one size: a day with little to tell is set in the design's sizes, a full one closer.
  const isRoomy = report !== null && second === null && linesBelow(report, shown) <= MOST_ROOMY
  usePageMeta(t('meta', { date: format.dateLong(dayMs) }))
  return (
    <div className={styles.page} data-level="2">
      <div className={styles.tools} data-screen-only="">
        <DateField label={t('day')} value={date} last={yesterday} onChange={(item) => patch({ item: item || null })} />
        {revisions.length > 0 ? (
          <Segmented
            label={t('revisions')}
            value={shown === null ? 'draft' : String(shown.revision)}
            options={[
              ...revisions.map(({ revision }) => ({ id: String(revision), label: t('revision', { revision }) })),
              { id: 'draft', label: t('draft') },
            ]}
            onChange={setChosen}
          />
        ) : null}
        <Segmented
          label={t('second')}
          value={second ?? 'none'}
          options={[
            { id: 'none', label: t('second.none') },
            ...LOCALES.filter((one) => one !== locale).map((one) => ({ id: one, label: `+ ${LOCALE_NAME[one]}` })),
          ]}
          onChange={(id) => patch({ measure: id === 'none' ? null : id })}
        />
        <span className={styles.soft}>
          {last === null ? t('notIssued') : t('differs', { count: differences, revision: last.revision })}
        </span>
        <span className={styles.right}>
          {report === null ? null : (
            <DailyExports
              index={index}
              report={report}
              fromMs={dayStartMs(dayMs, zone)}
              state={shown === null ? t('draft') : t('revision', { revision: shown.revision })}
            />
          )}
          {draft === null ? null : <IssueBar key={date} parkId={park.id} report={draft} last={last} />}
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </span>
      </div>
      {report === null ? (
        error === null ? (
          <PanelState kind="loading" lines={6} />
        ) : (
          <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
        )
      ) : (
        <SecondLanguage locale={second}>
          <article className={styles.sheet} aria-label={t('sheet')} data-sheet="" data-roomy={isRoomy ? '' : undefined}>
            <header className={styles.head}>
              <div>
                <h2 className={styles.title}>
                  <Both name="title" />
                </h2>
                <p>
                  {park.name[locale]} · {park.address[locale]} · {format.quantity(park.areaHa, 'ha', 2)}
                </p>
              </div>
              {park.dataMode === 'simulated' ? <Chip>{shell('simulated')}</Chip> : null}
            </header>
            <div className={styles.facts}>
              <div>
                <strong>{format.dateLong(dayMs)}</strong>
                <span>
                  {t('cutOff', { zone: format.zoneLabel(dayMs), time: format.dateTime(Date.parse(report.cutOff)) })}
                </span>
              </div>
              <div>
                <strong>{shown === null ? t('draft') : t('revision', { revision: shown.revision })}</strong>
                <span>
                  {shown === null
                    ? t('notIssued')
                    : t('issuedAt', { time: format.dateTime(Date.parse(shown.issuedAt)) })}
                </span>
              </div>
              <div>
                <strong>{t('coverage', { percent: format.percent(report.coverage) })}</strong>
                <span>
                  {t('points', { good: format.number(report.pointsGood), all: format.number(report.pointsTotal) })}
                </span>
              </div>
              <div>
                <strong>
                  {t('weather', {
                    temperature:
                      report.weather.maxTemperature === null
                        ? '–'
                        : format.quantity(report.weather.maxTemperature, 'Cel', 1),
                  })}
                </strong>
                <span>
                  {t('rain', {
                    rain: report.weather.rainMm === null ? '–' : format.quantity(report.weather.rainMm, 'mm', 1),
                  })}
                </span>
              </div>
              <div>
                <strong>{t('issuedBy')}</strong>
                <span>{shown === null ? '–' : roles(`role.${shown.issuedBy}`, shown.issuedBy)}</span>
              </div>
            </div>
            <DayExceptions report={report} />
            <DailyTable index={index} report={report} dayText={format.dateShort(dayMs)} />
            <p className={styles.soft}>{t('dash')}</p>
            <TodaySoFar report={report} today={today} />
            <div className={styles.two}>
              <Decisions report={report} />
              {shown !== null && shown.revision > 1 ? <Changes revision={shown} revisions={revisions} /> : null}
            </div>
            <footer className={styles.foot}>
              <span>{t('sign.lead')}</span>
              <span>{t('sign.manager')}</span>
            </footer>
            <p className={styles.paperFoot} data-print-only="">
              <span>
                Parkscope · {`daily/${park.id}/${date}/${shown === null ? t('draft') : `r${shown.revision}`}`}
              </span>
              <span>{park.dataMode === 'simulated' ? shell('simulated') : null}</span>
              <span>1/1</span>
            </p>
          </article>
        </SecondLanguage>
      )}
    </div>
  )
}

/** Yesterday complete and today so far, on one page that prints to one sheet. */
export function DailyPage() {
  const index = useParkIndex()
  return index ? <Daily index={index} /> : <PanelState kind="loading" lines={6} />
}
