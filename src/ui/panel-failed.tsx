import type { FallbackProps } from 'react-error-boundary'
import { PanelState } from './panel-state.tsx'
import { useErrorText } from './use-error-text.ts'

/** What an error boundary shows in place of its panel. */
export function PanelFailed({ error, resetErrorBoundary }: FallbackProps) {
  const errorText = useErrorText()
  return <PanelState kind="error" detail={errorText(error)} onRetry={resetErrorBoundary} />
}
