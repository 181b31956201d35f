import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useSession } from '../session/session-store.ts'
import { rearmLazyParts } from '../ui/lazy-part.tsx'
import { ThemeContext } from '../ui/theme-context.ts'
import type { Config } from './config.ts'
import { ConfigContext } from './config-context.ts'
import { CrashPage } from './crash-page.tsx'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { startSignIn } from './sign-in.ts'

export interface AppProps {
  config: Config
  liveBaseUrl: string
  /** Where an issuer sends people back to. */
  pageUrl?: string
  /** A cache that has been asked for something already; a new one where left out. */
  cache?: QueryClient
}

/** Everything that lives as long as the page: queries, sign-in, theme, router. */
export function App({ config, liveBaseUrl, pageUrl = '', cache }: AppProps) {
  const [queryClient] = useState(() => cache ?? createQueryClient())
  const [router] = useState(() => createAppRouter(config.defaultPark ?? config.parks[0] ?? ''))
  const theme = useSession((state) => state.theme)
  useEffect(() => startSignIn(queryClient, config, pageUrl), [queryClient, config, pageUrl])
  return (
    <ErrorBoundary FallbackComponent={CrashPage} onReset={rearmLazyParts}>
      <QueryClientProvider client={queryClient}>
        <ThemeContext value={theme}>
          <ConfigContext value={{ config, liveBaseUrl }}>
            <RouterProvider router={router} />
          </ConfigContext>
        </ThemeContext>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
