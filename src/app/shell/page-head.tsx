import { useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { useSession } from '../../session/session-store.ts'
import { KeyCap } from '../../ui/chip.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './page-head.module.css'

const KEYS = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac') ? '⌘ K' : 'Ctrl K'

export interface PageHeadProps {
  title: string
  meta: string
  /** Opens the park's fact sheet, which the meta line is about; null where it is about something else. */
  onMeta: (() => void) | null
  onFind: () => void
}

export function PageHead({ title, meta, onMeta, onFind }: PageHeadProps) {
  const t = useText('shell')
  const client = useLiveClient()
  const timeMode = useSession((state) => state.timeMode)
  const freeze = useSession((state) => state.freeze)
  const resume = useSession((state) => state.resume)
  return (
    <div className={styles.head} data-region="">
      <h1 className={styles.title}>{title}</h1>
      {onMeta && meta ? (
        <button type="button" className={styles.metaButton} title={t('park.sheet')} onClick={onMeta}>
          {meta}
        </button>
      ) : (
        <span className={styles.meta}>{meta}</span>
      )}
      <button
        type="button"
        className={styles.find}
        data-screen-only=""
        onClick={onFind}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <span className={styles.findText}>{t('search.label')}</span>
        <KeyCap>{KEYS}</KeyCap>
      </button>
      <span data-screen-only="">
        <Segmented
          label={t('mode.label')}
          value={timeMode}
          options={[
            { id: 'LIVE', label: t('mode.live') },
            { id: 'FROZEN', label: t('mode.freeze') },
          ]}
          onChange={(mode) => {
            if (mode === 'LIVE') resume()
            else if (timeMode === 'LIVE') freeze(client?.display.nowMs ?? Date.now())
          }}
        />
      </span>
    </div>
  )
}
