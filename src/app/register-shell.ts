/**
 * Lets the browser keep the shell of a live build, so that a reload while the host is gone opens the product instead of
 * an error page. Needs https or this machine; elsewhere everything works but that.
 */
export function registerShell(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch((error: unknown) => {
    console.warn('The shell is not kept for offline use:', error)
  })
}
