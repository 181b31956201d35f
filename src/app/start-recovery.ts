import { createPageScheduler } from '../lib/scheduler.ts'
import { probePage, runningEntry } from '../session/probe.ts'
import { startRecovery } from '../session/recovery.ts'

function tabStorage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

/** Starts the recovery ladder of this page. */
export function startPageRecovery(): void {
  const running = runningEntry(document)
  startRecovery({
    scheduler: createPageScheduler(),
    probe: () => probePage(running),
    reload: () => location.reload(),
    storage: tabStorage(),
  })
}
