import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ListItem } from '../feature-list.ts'
import type { MapText, Selection } from '../map-types.ts'
import styles from './feature-list.module.css'

export interface FeatureListProps {
  items: readonly ListItem[]
  selection: Selection | null
  t: MapText
  onActive(item: ListItem | null): void
  onChoose(selection: Selection): void
  onClose(): void
}

/** What is in view as a list: arrows walk it and light up the map, Enter selects, Escape goes back. */
export function FeatureList({ items, selection, t, onActive, onChoose, onClose }: FeatureListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ selection: own }) => own.id === selection?.id),
    ),
  )

  useEffect(() => {
    list.current?.focus()
  }, [])

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, to))
    setActive(next)
    onActive(items[next] ?? null)
    list.current?.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: items.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' || event.key === ' ') {
      const item = items[active]
      if (item) onChoose(item.selection)
    } else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <span>{t('list.title')}</span>
        <span className={styles.count}>{items.length}</span>
      </div>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={t('list.title')}
        aria-activedescendant={items.length > 0 ? `map-list-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        {items.map((item, index) => (
          // Keys reach the option through the listbox, which holds the focus.
          <div
            key={item.key}
            id={`map-list-${index}`}
            className={styles.option}
            role="option"
            tabIndex={-1}
            data-row={index}
            data-active={index === active || undefined}
            aria-selected={item.selection.id === selection?.id}
            onClick={() => {
              move(index)
              onChoose(item.selection)
            }}
            onKeyDown={onKeyDown}
          >
            <span className={styles.kind}>{t(`list.${item.kind}`)}</span>
            <span className={styles.text}>{item.text}</span>
            <span className={styles.detail}>{item.detail}</span>
          </div>
        ))}
        {items.length === 0 ? <p className={styles.empty}>{t('list.empty')}</p> : null}
      </div>
    </div>
  )
}
