import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { retryDelayMs, withFailure } from '../domain/recovery/retry-delay.ts'
import { useText } from '../i18n/use-text.ts'
import { rearmLazyParts } from './lazy-part.tsx'
import { PanelState } from './panel-state.tsx'
import { useErrorText } from './use-error-text.ts'

const NONE: readonly number[] = []

/** Calls back once after a pause for as long as it is on screen: what failed is tried again without a hand. */
export function useRetryAfter(retry: () => void, delayMs: number): void {
  useEffect(() => {
    const timer = setTimeout(retry, delayMs)
    return () => clearTimeout(timer)
  }, [retry, delayMs])
}

/** How the boundary around a failed part wants it shown and tried again. */
const Failing = createContext<{ delayMs: number; frame: string | undefined }>({ delayMs: 0, frame: undefined })

/** What stands in place of a part that failed. It tries again by itself, ever more rarely. */
function PartFailed({ error, resetErrorBoundary }: FallbackProps) {
  const t = useText('state')
  const errorText = useErrorText()
  const { delayMs, frame } = useContext(Failing)
  useRetryAfter(resetErrorBoundary, delayMs)
  return (
    <div className={frame}>
      <PanelState
        kind="error"
        detail={`${t('broken')}: ${errorText(error)} · ${t('retriesAlone')}`}
        onRetry={resetErrorBoundary}
      />
    </div>
  )
}

export interface PanelBoundaryProps {
  /** A change of one of these is a new try. */
  resetKeys?: unknown[]
  /** Class of a frame around the message, where the part brings the room that it stands in. */
  frame?: string | undefined
  children: ReactNode
}

/** Around every part of a screen: a crash in it costs the part, not the page, and does not wait for a hand. */
export function PanelBoundary({ resetKeys, frame, children }: PanelBoundaryProps) {
  const [failures, setFailures] = useState(NONE)
  const failing = useMemo(() => ({ delayMs: retryDelayMs(failures), frame }), [failures, frame])
  return (
    <Failing value={failing}>
      <ErrorBoundary
        {...(resetKeys ? { resetKeys } : {})}
        onError={() => setFailures((before) => withFailure(before, Date.now()))}
        onReset={rearmLazyParts}
        FallbackComponent={PartFailed}
      >
        {children}
      </ErrorBoundary>
    </Failing>
  )
}
