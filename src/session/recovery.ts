import { z } from 'zod'
import { type LadderEvent, type Reload, startLadder, stepLadder, waitingFor } from '../domain/recovery/ladder.ts'
import type { Scheduler } from '../lib/scheduler.ts'
import { useRecovery } from './recovery-store.ts'

const KEY = 'parkscope.reloads'
const TICK_MS = 2000
const causeSchema = z.enum(['new-version', 'missing-part', 'frozen', 'crash', 'map-lost', 'quiet-hour'])
const reloadsSchema = z.array(z.object({ atMs: z.number(), cause: causeSchema })).max(100)

/** What the page's own server says: whether it is there, and whether it has another version than the one that runs. */
export type ProbeAnswer = { ok: false } | { ok: true; newVersion: boolean }

export interface RecoveryOptions {
  scheduler: Scheduler
  /** Never rejects. */
  probe: () => Promise<ProbeAnswer>
  reload: () => void
  /** Reloads of earlier pages in this tab are kept here, so that no page can reload in a circle. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | null
}

function readReloads(storage: RecoveryOptions['storage']): readonly Reload[] {
  try {
    const parsed = reloadsSchema.safeParse(JSON.parse(storage?.getItem(KEY) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Writes the reloads down; false where that is not possible, and then nothing may be reloaded by itself. */
function keepReloads(storage: RecoveryOptions['storage'], reloads: readonly Reload[]): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify(reloads))
    return storage !== null
  } catch {
    return false
  }
}

/** Runs the ladder of this page until it is stopped: takes wishes, asks the server, reloads. */
export function startRecovery({ scheduler, probe, reload, storage }: RecoveryOptions): () => void {
  let ladder = startLadder(scheduler.now(), readReloads(storage))
  let stopped = false
  useRecovery.setState({ last: ladder.reloads.at(-1) ?? null })

  const ask = async (number: number): Promise<void> => {
    const answer = await probe()
    if (stopped) return
    feed(
      answer.ok
        ? { type: 'probe-ok', probe: number, newVersion: answer.newVersion }
        : { type: 'probe-failed', probe: number },
    )
  }
  const feed = (event: LadderEvent): void => {
    const { state, effects } = stepLadder(ladder, event, scheduler.now())
    ladder = state
    for (const effect of effects) {
      if (effect.type === 'probe') void ask(effect.probe)
      // Without a memory of past reloads the next page could not keep to the window.
      else if (keepReloads(storage, ladder.reloads)) reload()
    }
    show()
  }
  const show = (): void => {
    const held = waitingFor(ladder, scheduler.now())
    const shown = useRecovery.getState().waiting
    const cause = ladder.wish?.cause
    if (shown?.cause === cause && (shown?.for ?? null) === held) return
    useRecovery.setState({ waiting: cause && held ? { cause, for: held } : null })
  }
  const take = (): void => {
    const { wishes, conditions } = useRecovery.getState()
    feed({ type: 'conditions', ...conditions })
    if (wishes.length === 0) return
    useRecovery.setState({ wishes: [] })
    for (const cause of wishes) feed({ type: 'wish', cause })
  }

  let cancel: (() => void) | null = null
  const tick = (): void => {
    take()
    feed({ type: 'tick' })
    cancel = scheduler.after(TICK_MS, tick)
  }
  tick()
  return () => {
    stopped = true
    cancel?.()
  }
}
