import { ReplayBar } from '../../features/replay/replay-bar.tsx'

/** Foot of the replay frame: the timeline. It comes with the first replay. */
export function ReplayDock() {
  return <ReplayBar />
}
