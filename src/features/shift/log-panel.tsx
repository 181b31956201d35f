import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { shiftQueries } from '../../api/shift-queries.ts'
import { LOG_CATEGORIES, type LogCategory, type LogEntry } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { shiftAt } from '../../domain/shift/shifts.ts'
import { foldText, matchesFolded } from '../../i18n/fold.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { useAsOf } from '../../live/replay-context.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useDenied } from '../../ui/use-denied.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { LogRow } from './log-row.tsx'
import styles from './shift.module.css'
import type { Writing } from './writing.ts'

type CategoryFilter = LogCategory | 'all'

interface Group {
  id: string
  title: string
  entries: LogEntry[]
}

function useGroups(entries: readonly LogEntry[], zone: string): readonly Group[] {
  const t = useText('shift')
  const format = useFormat()
  return useMemo(() => {
    const groups = new Map<string, Group>()
    for (const entry of entries) {
      const shift = shiftAt(Date.parse(entry.entryTime), zone)
      const group = groups.get(shift.id) ?? {
        id: shift.id,
        title: `${format.dateLong(Date.parse(shift.from))} · ${t(`shift.${shift.number}`)}`,
        entries: [],
      }
      group.entries.push(entry)
      groups.set(shift.id, group)
    }
    return [...groups.values()]
  }, [entries, zone, format, t])
}

/** The operator log, newest first, by shift. It only grows: a correction strikes the old entry and both stay. */
export function LogPanel({ index }: { index: ParkIndex }) {
  const t = useText('shift')
  const errorText = useErrorText()
  const denied = useDenied('log.write')
  const log = useQuery(shiftQueries.log(index.park.id, useAsOf()))
  const [text, setText] = useState('')
  const [category, setCategory] = useState<CategoryFilter>('all')
  const [writing, setWriting] = useState<Writing | null>(null)
  const entries = log.data
  const shown = useMemo(() => {
    const folded = foldText(text)
    return (entries ?? [])
      .filter((entry) => category === 'all' || entry.category === category)
      .filter((entry) => matchesFolded(foldText(entry.text), folded))
      .toSorted((a, b) => b.seq - a.seq)
  }, [entries, text, category])
  const groups = useGroups(shown, index.park.timeZone)

  return (
    <>
      <PanelHeader title={t('log.title')} meta={t('log.meta')} aside={t('log.count', { count: shown.length })} />
      <div className={styles.filters} data-screen-only="">
        <TextField type="search" label={t('log.search')} value={text} onChange={setText} />
        <SelectField
          label={t('log.category')}
          value={category}
          options={[
            { id: 'all', label: t('category.all') },
            ...LOG_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) })),
          ]}
          onChange={setCategory}
        />
        <Button
          look="primary"
          disabled={denied !== undefined}
          title={denied}
          onClick={() => setWriting({ kind: 'new' })}
        >
          {t('log.new')}
        </Button>
      </div>
      {denied ? <p className={styles.denied}>{denied}</p> : null}
      <div className={styles.entries}>
        {log.isPending ? (
          <PanelState kind="loading" lines={6} />
        ) : log.isError && !entries ? (
          <PanelState kind="error" detail={errorText(log.error)} onRetry={() => void log.refetch()} />
        ) : groups.length === 0 ? (
          <PanelState kind="empty" text={t('log.none')} />
        ) : (
          groups.map((group) => (
            <section key={group.id} aria-label={group.title}>
              <h3 className={styles.groupTitle}>{group.title}</h3>
              <ol className={styles.rows}>
                {group.entries.map((entry) => (
                  <LogRow key={entry.id} entry={entry} index={index} denied={denied} onWrite={setWriting} />
                ))}
              </ol>
            </section>
          ))
        )}
      </div>
      {writing ? <EntryDialog parkId={index.park.id} writing={writing} onClose={() => setWriting(null)} /> : null}
    </>
  )
}
