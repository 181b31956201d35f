import { ChevronDown, ChevronRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import { rankOf } from '../../domain/alarms/alarm-list.ts'
import type { FloodGroup } from '../../domain/alarms/flood-groups.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import styles from './alarm-grid.module.css'

export interface GroupRowProps {
  id: string
  index: number
  /** Place and height in the list, CSS pixels. */
  start: number
  size: number
  active: boolean
  group: FloodGroup
  /** What came first. */
  title: string
  open: boolean
  onToggle: (key: string) => void
  onKey: (event: KeyboardEvent) => void
}

/** Head of a plant part in a flood: what came first, and how many there are of each priority. */
export function GroupRow({ id, index, start, size, active, group, title, open, onToggle, onKey }: GroupRowProps) {
  const t = useText('alarms')
  const words = useText('words')
  const format = useFormat()
  const Icon = open ? ChevronDown : ChevronRight
  return (
    <tr
      aria-rowindex={index + 1}
      className={styles.group}
      style={{ transform: `translateY(${start}px)`, height: size }}
    >
      <td className={styles.groupTitle}>
        <button
          id={id}
          type="button"
          tabIndex={active ? 0 : -1}
          className={styles.toggle}
          aria-expanded={open}
          onKeyDown={onKey}
          onClick={() => onToggle(group.key)}
        >
          <Icon className={styles.icon} aria-hidden="true" />
          {group.first.firstInGroupFlag ? t('group.firstOut', { title }) : title}
        </button>
      </td>
      <td className={styles.groupCounts}>
        {PRIORITIES.filter((priority) => group.counts[priority] > 0).map((priority) => (
          <span key={priority} className={styles.groupCount}>
            <AlarmMark
              priority={rankOf(priority)}
              state="acknowledged"
              label={words(`alarm.priority.${priority}`)}
              size={18}
            />
            {format.number(group.counts[priority])}
          </span>
        ))}
      </td>
    </tr>
  )
}
