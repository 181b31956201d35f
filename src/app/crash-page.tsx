import { useEffect } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import { useText } from '../i18n/use-text.ts'
import { wishReload } from '../session/recovery-store.ts'
import { Button } from '../ui/button.tsx'
import { useRetryAfter } from '../ui/panel-boundary.tsx'
import styles from './problem-page.module.css'

/** A page that nobody stands in front of must come back as well. */
const RETRY_MS = 30_000

/** Last line: the shell itself failed. */
export function CrashPage({ error, resetErrorBoundary }: FallbackProps) {
  const t = useText('problem')
  useRetryAfter(resetErrorBoundary, RETRY_MS)
  useEffect(() => wishReload('crash'), [])
  return (
    <main className={styles.page} role="alert">
      <h1 className={styles.title}>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <p className={styles.detail}>{error instanceof Error ? error.message : String(error)}</p>
      <div className={styles.actions}>
        <Button look="primary" onClick={resetErrorBoundary}>
          {t('retry')}
        </Button>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
      </div>
    </main>
  )
}
