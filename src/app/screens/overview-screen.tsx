import { DetailPanel } from '../../features/detail/detail-panel.tsx'
import { OverviewPage } from '../../features/overview/overview-page.tsx'
import { markFirstFrame } from '../../lib/mark-first.ts'

const onFirstValue = (): void => markFirstFrame('parkscope:first-value')

/** Overview with the detail panel in its side column. */
export function OverviewScreen() {
  return <OverviewPage detail={DetailPanel} onFirstValue={onFirstValue} />
}
