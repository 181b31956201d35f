import type { Handover, HandoverItem } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { RefLink } from './ref-link.tsx'
import styles from './shift.module.css'
import { type Definitions, useItemText } from './use-item-text.ts'
import { useShortTime } from './use-short-time.ts'

export interface HandoverRowProps {
  item: HandoverItem
  index: ParkIndex
  definitions: Definitions
  state: Handover['state']
  denied: string | undefined
  onOpen: () => void
  onRemove: () => void
  onRestore: () => void
}

/** One matter of a handover with its age in shifts, and what may be done with it at this step. */
export function HandoverRow({
  item,
  index,
  definitions,
  state,
  denied,
  onOpen,
  onRemove,
  onRestore,
}: HandoverRowProps) {
  const t = useText('shift')
  const shell = useText('shell')
  const { title, detail } = useItemText(index, definitions)(item)
  const { removed } = item
  const shortTime = useShortTime()
  const format = useFormat()
  const sinceMs = Date.parse(item.since)
  // The register knows the day of a complaint and carries it on; the count of shifts would say nothing.
  const isDated = item.kind === 'complaint'
  const since = t('item.since', { time: isDated ? format.dateShort(sinceMs) : shortTime(sinceMs) })
  const shifts = !isDated && item.shifts > 0 ? t('item.shifts', { count: item.shifts }) : ''
  return (
    <li className={styles.item} data-flagged={item.flagged ? '' : undefined}>
      <span className={styles.said}>
        <span className={cx(styles.text, removed !== null && styles.struck)} dir="auto">
          {item.ref ? <RefLink reference={item.ref} index={index} label={title} /> : title}
        </span>
        <span className={styles.small}>{[detail, since, shifts].filter(Boolean).join(' · ')}</span>
        {removed ? (
          <span className={styles.small}>
            {t('item.removed', { reason: removed.reason, role: shell(`role.${removed.by}`) })}
          </span>
        ) : null}
      </span>
      <span className={styles.acts} data-screen-only="">
        {state === 'open' && item.flagged && removed === null ? (
          item.seen ? (
            <span className={styles.small}>{t('item.seen')}</span>
          ) : (
            <Button disabled={denied !== undefined} title={denied} onClick={onOpen}>
              {t('item.open')}
            </Button>
          )
        ) : null}
        {state === 'draft' ? (
          <Button
            look="quiet"
            disabled={denied !== undefined}
            title={denied}
            onClick={removed === null ? onRemove : onRestore}
          >
            {t(removed === null ? 'item.remove' : 'item.restore')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
