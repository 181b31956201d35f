import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './panel.module.css'

export type PanelStateProps =
  | { kind: 'loading'; lines?: number; label?: string }
  | { kind: 'empty'; text?: string }
  | { kind: 'stale'; sinceMs: number }
  | { kind: 'error'; detail: string; onRetry?: (() => void) | undefined }
  | { kind: 'forbidden' }

/** What a panel shows instead of its content; the same words and looks everywhere. */
export function PanelState(props: PanelStateProps) {
  const t = useText('state')
  const format = useFormat()
  switch (props.kind) {
    case 'loading':
      return (
        <output className={styles.state} aria-label={props.label ?? t('loading')}>
          <span className={styles.bars} aria-hidden="true">
            {Array.from({ length: props.lines ?? 3 }, (_, line) => (
              <span key={line} className={styles.bar} style={{ width: `${90 - line * 14}%` }} />
            ))}
          </span>
        </output>
      )
    case 'empty':
      return <p className={styles.state}>{props.text ?? t('empty')}</p>
    case 'stale':
      return (
        <p className={cx(styles.state, styles.stale)}>
          <span className={styles.stateStrong}>{t('staleSince', { time: format.time(props.sinceMs) })}</span>
        </p>
      )
    case 'error':
      return (
        <output className={styles.state}>
          <span className={styles.stateStrong}>{t('error')}</span>
          <span>{props.detail}</span>
          {props.onRetry ? <Button onClick={props.onRetry}>{t('retry')}</Button> : null}
        </output>
      )
    case 'forbidden':
      break
  }
  return <p className={styles.state}>{t('forbidden')}</p>
}
