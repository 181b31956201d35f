/*
 * A page whose own code never came is blank, and nothing in it can help it: the host may have changed its version between
 * the page and its script. This file has no version in its name, so it always comes. It waits until the page stands or
 * asks for it anew once the host serves it.
 */
addEventListener('load', () => {
  const EVERY_MS = 30_000
  const timer = setInterval(async () => {
    if (document.getElementById('root')?.firstElementChild) return clearInterval(timer)
    // By the page's own age: a timer may come early where somebody has made all of them shorter.
    if (performance.now() < EVERY_MS) return undefined
    try {
      const answer = await fetch(`./index.html?probe=${Date.now()}`, { cache: 'no-store' })
      if (answer.ok && (await answer.text()).includes('id="root"')) location.reload()
    } catch {
      // The host is away: the next look will find it.
    }
  }, EVERY_MS)
})
