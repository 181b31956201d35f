import { useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { useSession } from '../../session/session-store.ts'
import { replayStartMs } from '../../domain/replay/player.ts'
import { useView } from '../../session/view.ts'
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
  const { view, patch } = useView()
  const replaying = view.at !== null
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
          value={replaying ? 'REPLAY' : timeMode}
          options={[
            { id: 'LIVE', label: t('mode.live') },
            // A replay stands still by itself; there is nothing to hold.
            ...(replaying ? [] : [{ id: 'FROZEN' as const, label: t('mode.freeze') }]),
            { id: 'REPLAY', label: t('mode.replay') },
          ]}
          onChange={(mode) => {
            if (mode === 'REPLAY') {
              if (!replaying) patch({ at: replayStartMs(client?.display.nowMs ?? Date.now()) })
            } else if (replaying) patch({ at: null })
            else if (mode === 'LIVE') resume()
            else if (timeMode === 'LIVE') freeze(client?.display.nowMs ?? Date.now())
          }}
        />
      </span>
    </div>
  )
}
