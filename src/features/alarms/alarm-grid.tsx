import { type KeyboardEvent, startTransition, useMemo, useRef, useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { type FloodGroup, floodGroups } from '../../domain/alarms/flood-groups.ts'
import { useText } from '../../i18n/use-text.ts'
import { useReplayedInstant, useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { useRem } from '../../ui/use-rem.ts'
import { useSteadyHandler } from '../../ui/use-steady-handler.ts'
import { useWindow } from '../../ui/use-window.ts'
import styles from './alarm-grid.module.css'
import { AlarmRow } from './alarm-row.tsx'
import { useAsk } from './ask-context.ts'
import { GroupRow } from './group-row.tsx'
import { useAcknowledge } from './use-acknowledge.ts'
import { useHeldAlarms } from './use-held-alarms.ts'

type Item =
  | { kind: 'alarm'; id: string; alarm: Alarm; inset: boolean }
  | { kind: 'group'; id: string; group: FloodGroup; open: boolean }

/** Row height in rem, as drawn. */
const ROW_REM = 3.8125
const GROUP_REM = 2.25

export interface AlarmGridProps {
  /** In their order. */
  alarms: readonly Alarm[]
  /** Fold by plant part: in a flood. */
  grouped: boolean
  /** Groups whose P3 and P4 are shown. */
  opened: ReadonlySet<string>
  onToggle: (key: string) => void
}

const rowOf = (alarm: Alarm, inset: boolean): Item => ({ kind: 'alarm', id: alarm.id, alarm, inset })

/** Rows in their order. While the list is held this stays as it is: what a row says now is looked up for those in view. */
function itemsOf(ordered: readonly Alarm[], grouped: boolean, opened: ReadonlySet<string>): Item[] {
  if (!grouped) return ordered.map((alarm) => rowOf(alarm, false))
  const items: Item[] = []
  for (const group of floodGroups(ordered)) {
    const open = opened.has(group.key)
    items.push({ kind: 'group', id: `group:${group.key}`, group, open })
    for (const alarm of group.shown) items.push(rowOf(alarm, true))
    if (open) for (const alarm of group.folded) items.push(rowOf(alarm, true))
  }
  return items
}

/**
 * The list: only what is in view is in the page. Arrows move, Enter opens, Space acknowledges; while somebody points
 * at it or is in it with the keyboard, no row moves and news waits in a pill.
 */
export function AlarmGrid({ alarms, grouped, opened, onToggle }: AlarmGridProps) {
  const t = useText('alarms')
  const shell = useText('shell')
  const replaying = useReplayedInstant() !== null
  const words = useAlarmWords()
  const { view, patch } = useView()
  const ask = useAsk()
  const acknowledge = useAcknowledge()
  const scroller = useRef<HTMLTableElement>(null)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const [activeId, setActiveId] = useState<string | null>(null)
  const isHeld = pointed || focused
  const held = useHeldAlarms(alarms, isHeld)
  const { ordered, newest, gone } = held
  // A flood that begins or ends folds the list when nobody is in it.
  const [folded, setFolded] = useState(grouped)
  if (!isHeld && folded !== grouped) setFolded(grouped)
  const items = useMemo(() => itemsOf(ordered, folded, opened), [ordered, folded, opened])
  const scale = useRem()
  const sizes = useMemo(() => items.map(({ kind }) => (kind === 'group' ? GROUP_REM : ROW_REM) * scale), [items, scale])
  const { rows, total, reveal } = useWindow(scroller, sizes)
  const active = items.findIndex(({ id }) => id === (activeId ?? view.alarmId))

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, to))
    setActiveId(items[next]?.id ?? null)
    reveal(next)
    // The row may have to be drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`alarm-row-${next}`)?.focus()))
  }
  const onKey = useSteadyHandler((event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (ROW_REM * scale)))
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    }
    const to = steps[event.key]
    const item = items[Math.max(0, active)]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' && item?.kind === 'alarm') patch({ alarmId: item.id })
    else if (event.key === 'Enter' && item?.kind === 'group') onToggle(item.group.key)
    else if (event.key === ' ' && item?.kind === 'alarm') acknowledge(newest(item.alarm))
    else return
    event.preventDefault()
  })
  const toggle = useSteadyHandler(onToggle)
  const open = useSteadyHandler((alarm: Alarm): void => {
    setActiveId(alarm.id)
    patch({ alarmId: alarm.id })
  })
  const take = useSteadyHandler(acknowledge)

  const inView = rows.flatMap(({ index }) => {
    const item = items[index]
    if (item?.kind !== 'alarm' || gone.has(item.id)) return []
    const alarm = newest(item.alarm)
    return alarm.ackedState ? [] : [alarm]
  })
  const critical = held.fresh.filter(({ priority }) => priority === 'P1').length
  return (
    <div
      className={styles.frame}
      onPointerEnter={() => setPointed(true)}
      // The news that was held back may take its time: whoever goes has something else to press.
      onPointerLeave={() => startTransition(() => setPointed(false))}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) startTransition(() => setFocused(false))
      }}
    >
      {held.fresh.length > 0 ? (
        <div className={styles.pill}>
          <Button
            look="primary"
            onClick={() => {
              held.release()
              setFolded(grouped)
            }}
          >
            {critical > 0
              ? t('list.newCritical', { count: held.fresh.length, critical })
              : t('list.new', { count: held.fresh.length })}
          </Button>
        </div>
      ) : null}
      <table ref={scroller} className={styles.scroller} aria-label={t('list.label')} aria-rowcount={items.length}>
        <tbody className={styles.space} style={{ height: total }}>
          {rows.map(({ index, start, size }) => {
            const item = items[index]
            if (!item) return null
            const common = {
              id: `alarm-row-${index}`,
              index,
              start,
              size,
              active: index === Math.max(0, active),
              onKey,
            }
            // A row is a place of the list: one that moves up is told anew, which costs far less than to be made anew.
            return item.kind === 'group' ? (
              <GroupRow
                key={index}
                {...common}
                group={item.group}
                title={words.title(item.group.first)}
                open={item.open}
                onToggle={toggle}
              />
            ) : (
              <AlarmRow
                key={index}
                {...common}
                alarm={newest(item.alarm)}
                gone={gone.has(item.id)}
                inset={item.inset}
                selected={item.id === view.alarmId}
                onOpen={open}
                onAcknowledge={take}
              />
            )
          })}
        </tbody>
      </table>
      {inView.length > 1 ? (
        <p className={styles.page}>
          <Button
            look="quiet"
            disabled={replaying}
            title={replaying ? shell('replay.readOnly') : undefined}
            onClick={() => ask({ kind: 'page', alarms: inView })}
          >
            {t('list.ackPage', { count: inView.length })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
