import { LOOK_MS, startWatch, stepWatch, type WatchEvent, type WatchReport } from '../domain/recovery/watchdog.ts'

declare const self: DedicatedWorkerGlobalScope

let watch = startWatch(Date.now())

function feed(event: WatchEvent): void {
  const next = stepWatch(watch, event, Date.now())
  watch = next.watch
  if (next.report) self.postMessage(next.report satisfies WatchReport, [])
}

self.addEventListener('message', ({ data }: MessageEvent<{ visible: boolean }>) => {
  feed({ type: 'beat', visible: data.visible })
})
setInterval(() => feed({ type: 'look' }), LOOK_MS)
