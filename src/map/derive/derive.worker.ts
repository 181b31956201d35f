import { deriveDetail } from './derive.ts'
import type { DeriveInput } from './derive-types.ts'

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', (event: MessageEvent<DeriveInput>) => {
  const detail = deriveDetail(event.data)
  self.postMessage(detail, [detail.trees.buffer])
})
