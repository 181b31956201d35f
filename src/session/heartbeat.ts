import { BEAT_MS, type WatchReport } from '../domain/recovery/watchdog.ts'
import { useRecovery, wishReload } from './recovery-store.ts'

/**
 * Gives a sign of life to the watchdog every few seconds, each time after a frame has been drawn: a page whose script
 * runs but which draws nothing is as dead as one that hangs. A worker cannot reload a page that does not answer; it
 * remembers, and when the page answers again it asks for a new one.
 */
export function startHeartbeat(): void {
  const worker = new Worker(new URL('./watchdog.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<WatchReport>) => {
    if (data.kind !== 'answered') return
    useRecovery.setState(({ frozenMs }) => ({ frozenMs: Math.max(frozenMs, data.frozenMs) }))
    wishReload('frozen')
  })
  const say = (): void => worker.postMessage({ visible: document.visibilityState === 'visible' }, [])
  const beat = (): void => {
    if (document.visibilityState === 'visible') requestAnimationFrame(say)
    else say()
  }
  setInterval(beat, BEAT_MS)
  document.addEventListener('visibilitychange', beat)
  beat()
}
