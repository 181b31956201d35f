import { useCallback } from 'react'
import { ContractError, HttpError, OfflineError } from '../api/errors.ts'
import { useText } from '../i18n/use-text.ts'

/** One sentence for whatever a request or a panel failed with. */
export function useErrorText(): (error: unknown) => string {
  const t = useText('state')
  return useCallback(
    (error: unknown) => {
      if (error instanceof HttpError) {
        return t('http', {
          status: error.status,
          title: error.problem?.detail ?? error.problem?.title ?? error.endpoint,
        })
      }
      if (error instanceof ContractError) {
        const path = error.issues[0]?.path
        return t('contract', { path: path ? `${error.endpoint}.${path}` : error.endpoint })
      }
      if (error instanceof OfflineError) return t('offline')
      return error instanceof Error ? error.message : t('unknown')
    },
    [t],
  )
}
