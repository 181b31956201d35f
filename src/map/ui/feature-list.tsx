import { useEffect, useRef } from 'react'
import type { ListItem } from '../feature-list.ts'
import type { MapText, Selection } from '../map-types.ts'
import styles from './feature-list.module.css'

export interface FeatureListProps {
  items: readonly ListItem[]
  selection: Selection | null
  t: MapText
  onActive: (item: ListItem | null) => void
  onChoose: (selection: Selection) => void
  onClose: () => void
}

/** What is in view as a list: arrows walk it and light up the map, Enter or a click selects, Escape goes back. */
export function FeatureList({ items, selection, t, onActive, onChoose, onClose }: FeatureListProps) {
  const list = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    list.current?.focus()
  }, [])
  const itemOf = (key: string): ListItem | null => items.find((item) => item.key === key) ?? null
  const choose = (key: string): void => {
    const item = itemOf(key)
    if (item) onChoose(item.selection)
  }
  const chosen = items.find((item) => item.selection.type === selection?.type && item.selection.id === selection.id)
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <span>{t('list.title')}</span>
        <span className={styles.count}>{items.length}</span>
      </div>
      {items.length === 0 ? <p className={styles.empty}>{t('list.empty')}</p> : null}
      <select
        ref={list}
        className={styles.list}
        // More than one row makes it a list box; its height comes from the panel.
        size={2}
        aria-label={t('list.title')}
        defaultValue={chosen?.key ?? items[0]?.key}
        onChange={(event) => onActive(itemOf(event.target.value))}
        onClick={(event) => choose(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose(event.currentTarget.value)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        {items.map((item) => (
          <option key={item.key} value={item.key} className={styles.option}>
            {[t(`list.${item.kind}`), item.text, item.detail].filter((text) => text !== '').join(' · ')}
          </option>
        ))}
      </select>
    </div>
  )
}
