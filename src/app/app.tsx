import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useSession } from '../session/session-store.ts'
import { ThemeContext } from '../ui/theme-context.ts'
import type { Config } from './config.ts'
import { ConfigContext } from './config-context.ts'
import { CrashPage } from './crash-page.tsx'
import { createAppRouter } from './router.tsx'

/** Everything that lives as long as the page: queries, theme, router. */
export function App({ config, liveBaseUrl }: { config: Config; liveBaseUrl: string }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } } }),
  )
  const [router] = useState(() => createAppRouter(config.defaultPark ?? config.parks[0] ?? ''))
  const theme = useSession((state) => state.theme)
  return (
    <ErrorBoundary FallbackComponent={CrashPage}>
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
