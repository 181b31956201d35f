import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { alarmQueries, pastFilter } from '../../api/alarm-queries.ts'
import { callJournalSpan } from '../../api/call-alarms.ts'
import { downloadBlob } from '../../charts/export.ts'
import { useExportVeil } from '../../charts/use-export-veil.ts'
import { verifyChain } from '../../domain/alarms/journal.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { useChainFault } from '../../live/use-chain-fault.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useRem } from '../../ui/use-rem.ts'
import { useWindow } from '../../ui/use-window.ts'
import styles from './alarms-page.module.css'
import { journalCsv, journalJson } from './journal-export.ts'
import { JournalRow } from './journal-row.tsx'
import { useEntryTitle } from '../../ui/use-entry-title.ts'

const ROW_REM = 1.75
const FORMATS = ['csv', 'json'] as const

/** Result of checking the chain of the lines that are here. */
function useChain(fault: ReturnType<typeof useChainFault>, count: number): string {
  const t = useText('alarms')
  const format = useFormat()
  if (fault === 'checking') return t('journal.checking')
  return fault === null
    ? t('journal.whole', { count, shown: format.number(count) })
    : t(`journal.fault.${fault.fault}`, { seq: format.number(fault.seq) })
}

/** The journal in full: pages as it is scrolled, the check of its chain, and its exports. */
export function JournalPane() {
  const t = useText('alarms')
  const shell = useText('shell')
  const format = useFormat()
  const errorText = useErrorText()
  const titleOf = useEntryTitle()
  const index = useParkIndex()
  const veil = useExportVeil()
  const { view, patch } = useView()
  const filter = pastFilter(useAsOf(60_000))
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    alarmQueries.journal(view.parkId, filter),
  )
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data])
  const fault = useChainFault(entries)
  const chain = useChain(fault, entries.length)
  const [exported, setExported] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const scroller = useRef<HTMLDivElement>(null)
  const size = ROW_REM * useRem()
  const sizes = useMemo(() => Array.from({ length: entries.length }, () => size), [entries.length, size])
  const { rows, total } = useWindow(scroller, sizes)
  const last = rows.at(-1)?.index ?? 0
  const failed = error !== null
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !failed && last >= entries.length - 20) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, failed, last, entries.length, fetchNextPage])

  const save = async (kind: (typeof FORMATS)[number]): Promise<void> => {
    setExported({ busy: true, error: null })
    try {
      // All of it or none: a journal with a hole in it must not leave the house unnoticed.
      const whole = await callJournalSpan(view.parkId, filter)
      const about = {
        park: view.parkId,
        simulated: index?.park.dataMode === 'simulated' ? shell('simulated') : '',
        chain: verifyChain(whole),
        word: veil.text,
      }
      const text = kind === 'csv' ? journalCsv(whole, about, format.isoLocal, titleOf) : journalJson(whole, about)
      const type = kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json'
      downloadBlob(new Blob([text], { type }), `alarm-journal-${view.parkId}.${kind}`)
      setExported({ busy: false, error: null })
    } catch (problem) {
      setExported({ busy: false, error: problem })
    }
  }

  return (
    <section className={styles.pane} aria-label={t('journal.title')}>
      <header className={styles.paneHead}>
        <Button onClick={() => patch({ alarmList: { ...view.alarmList, pane: 'console' } })}>{t('pane.back')}</Button>
        <b>{t('journal.title')}</b>
        <output
          className={styles.metaCut}
          data-chain={fault === null ? 'whole' : fault === 'checking' ? fault : 'broken'}
        >
          {exported.error ? t('journal.exportFailed', { detail: errorText(exported.error) }) : chain}
        </output>
        <span style={{ flex: 1 }} />
        {FORMATS.map((kind) => (
          <Button key={kind} look="quiet" disabled={exported.busy} onClick={() => void save(kind)}>
            {kind.toUpperCase()}
          </Button>
        ))}
      </header>
      {data === undefined ? (
        <div className={styles.empty}>
          {failed ? (
            <PanelState kind="error" detail={errorText(error)} onRetry={() => void fetchNextPage()} />
          ) : (
            <PanelState kind="loading" />
          )}
        </div>
      ) : (
        <div ref={scroller} className={styles.journalScroll}>
          <ul className={styles.journalSpace} style={{ height: total }} aria-label={t('journal.title')}>
            {rows.map(({ index: at, start }) => {
              const entry = entries[at]
              return entry ? <JournalRow key={entry.seq} entry={entry} start={start} /> : null
            })}
          </ul>
        </div>
      )}
      {data !== undefined && failed ? (
        <div className={styles.empty}>
          <PanelState kind="error" detail={errorText(error)} onRetry={() => void fetchNextPage()} />
        </div>
      ) : null}
    </section>
  )
}
