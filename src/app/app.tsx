import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useSession } from '../session/session-store.ts'
import { rearmLazyParts } from '../ui/lazy-part.tsx'
import { ThemeContext } from '../ui/theme-context.ts'
import type { Config } from './config.ts'
import { ConfigContext } from './config-context.ts'
import { CrashPage } from './crash-page.tsx'
import { createAppRouter } from './router.tsx'
import { startSignIn } from './sign-in.ts'

export interface AppProps {
  config: Config
  liveBaseUrl: string
  /** Where an issuer sends people back to. */
  pageUrl?: string
}

/** Everything that lives as long as the page: queries, sign-in, theme, router. */
export function App({ config, liveBaseUrl, pageUrl = '' }: AppProps) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } } }),
  )
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
