import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import type { Rect } from '../../domain/wall/layout.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { rearmLazyParts } from '../../ui/lazy-part.tsx'
import { boxStyle } from './box.tsx'
import styles from './wall.module.css'

const RETRY_MS = 10_000
/** Where the message of a failed part stands. */
const Place = createContext<Rect | undefined>(undefined)

/** One part failed; it is tried again by itself, for nobody stands at the wall. */
function PartFailed({ resetErrorBoundary }: FallbackProps) {
  const t = useText('wall')
  const rect = useContext(Place)
  useEffect(() => {
    const timer = setTimeout(resetErrorBoundary, RETRY_MS)
    return () => clearTimeout(timer)
  }, [resetErrorBoundary])
  return (
    <p className={cx(styles.waiting, rect && styles.placed)} style={rect && boxStyle(rect)}>
      {t('part.failed')}
    </p>
  )
}

/** Keeps what goes wrong in one part of the wall out of all others. With `rect` its message stands there. */
export function Part({ rect, children }: { rect?: Rect; children: ReactNode }) {
  return (
    <Place value={rect}>
      <ErrorBoundary onReset={rearmLazyParts} FallbackComponent={PartFailed}>
        {children}
      </ErrorBoundary>
    </Place>
  )
}
