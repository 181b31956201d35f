import type { ProbeAnswer } from './recovery.ts'

const PATIENCE_MS = 10_000
/** Scripts that a page of this product starts with. */
const ENTRY = /assets\/index-[\w-]+\.js/

/** Script that this page was started with; null where it is not a built page. */
export function runningEntry(document: Pick<Document, 'querySelectorAll'>): string | null {
  for (const script of document.querySelectorAll('script[src]')) {
    const found = ENTRY.exec(script.getAttribute('src') ?? '')
    if (found) return found[0]
  }
  return null
}

/**
 * Asks the host of the page for the page itself, past every cache. A proxy's login page or an error page does not
 * count as an answer.
 */
export async function probePage(running: string | null, fetchPage: typeof fetch = fetch): Promise<ProbeAnswer> {
  try {
    const answer = await fetchPage(`./index.html?probe=${Date.now()}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = answer.ok ? await answer.text() : ''
    const installed = ENTRY.exec(text)?.[0] ?? null
    if (!text.includes('id="root"')) return { ok: false }
    return { ok: true, newVersion: running !== null && installed !== null && installed !== running }
  } catch {
    return { ok: false }
  }
}
