import { useTextsAhead } from '../i18n/texts.ts'
import { useView } from '../session/view.ts'
import { PanelBoundary, useRetryAfter } from '../ui/panel-boundary.tsx'
import { PanelState } from '../ui/panel-state.tsx'
import { Presentation } from '../ui/presentation.tsx'
import { useErrorText } from '../ui/use-error-text.ts'
import { ExceptionsProvider } from './exceptions-provider.tsx'
import { NotFound } from './not-found.tsx'
import { ParkData } from './park-data.tsx'
import { useParkProblem, type ParkProblem } from './park-problem.ts'
import { findScreen, type Screen } from './screens.ts'
import { Shell } from './shell/shell.tsx'
import { useRecoveryConditions } from './use-recovery.ts'
import styles from './screen-host.module.css'

/** A park that could not be loaded is asked for again: the server may come back while nobody is there. */
const RETRY_MS = 20_000

function ParkFailed({ problem }: { problem: ParkProblem }) {
  const errorText = useErrorText()
  useRetryAfter(problem.retry, RETRY_MS)
  return (
    <div className={styles.state}>
      <PanelState kind="error" detail={errorText(problem.error)} onRetry={problem.retry} />
    </div>
  )
}

/** Draws nothing; stands where the park's data are. */
function Recovery() {
  useRecoveryConditions()
  return null
}

function ScreenBody({ screen }: { screen: Screen }) {
  const problem = useParkProblem()
  const { Page } = screen
  useTextsAhead(screen.texts)
  if (problem) return <ParkFailed problem={problem} />
  return (
    <PanelBoundary frame={styles.state} resetKeys={[screen.id]}>
      <Page
        meanwhile={
          <div className={styles.state}>
            <PanelState kind="loading" />
          </div>
        }
      />
    </PanelBoundary>
  )
}

/** Park, shell and the screen that the URL names. */
export function ScreenHost() {
  const { view } = useView()
  const screen = findScreen(view.screen)
  if (!screen) return <NotFound />
  return (
    <ParkData key={view.parkId} parkId={view.parkId}>
      <PanelBoundary>
        <Recovery />
      </PanelBoundary>
      <Presentation layout={view.tour ? 'tour' : 'desk'}>
        <ExceptionsProvider>
          <Shell screen={screen}>
            <ScreenBody screen={screen} />
          </Shell>
        </ExceptionsProvider>
      </Presentation>
    </ParkData>
  )
}
