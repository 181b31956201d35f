import type { FallbackProps } from 'react-error-boundary'
import { useText } from '../i18n/use-text.ts'
import { PanelState } from './panel-state.tsx'
import { useErrorText } from './use-error-text.ts'

/** What an error boundary shows in place of its panel. */
export function PanelFailed({ error, resetErrorBoundary }: FallbackProps) {
  const t = useText('state')
  const errorText = useErrorText()
  return <PanelState kind="error" detail={`${t('broken')}: ${errorText(error)}`} onRetry={resetErrorBoundary} />
}
