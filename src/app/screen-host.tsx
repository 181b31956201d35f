import { Suspense } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { useView } from '../session/view.ts'
import { PanelState } from '../ui/panel-state.tsx'
import { useErrorText } from '../ui/use-error-text.ts'
import { ExceptionsProvider } from './exceptions-provider.tsx'
import { NotFound } from './not-found.tsx'
import { ParkData } from './park-data.tsx'
import { useParkProblem } from './park-problem.ts'
import { findScreen, type Screen } from './screens.ts'
import { Shell } from './shell/shell.tsx'
import styles from './screen-host.module.css'

function RouteFailed({ error, resetErrorBoundary }: FallbackProps) {
  const errorText = useErrorText()
  return (
    <div className={styles.state}>
      <PanelState kind="error" detail={errorText(error)} onRetry={resetErrorBoundary} />
    </div>
  )
}

function ScreenBody({ screen }: { screen: Screen }) {
  const problem = useParkProblem()
  const errorText = useErrorText()
  const { Page } = screen
  if (problem) {
    return (
      <div className={styles.state}>
        <PanelState kind="error" detail={errorText(problem.error)} onRetry={problem.retry} />
      </div>
    )
  }
  return (
    <ErrorBoundary FallbackComponent={RouteFailed} resetKeys={[screen.id]}>
      <Suspense
        fallback={
          <div className={styles.state}>
            <PanelState kind="loading" />
          </div>
        }
      >
        <Page />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Park, shell and the screen that the URL names. */
export function ScreenHost() {
  const { view } = useView()
  const screen = findScreen(view.screen)
  if (!screen) return <NotFound />
  return (
    <ParkData key={view.parkId} parkId={view.parkId}>
      <ExceptionsProvider>
        <Shell screen={screen}>
          <ScreenBody screen={screen} />
        </Shell>
      </ExceptionsProvider>
    </ParkData>
  )
}
