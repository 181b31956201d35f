import { createRoot, type Root } from 'react-dom/client'
import { I18nProvider } from '../i18n/i18n-provider.ts'
import { configureApi } from '../api/config.ts'
import type { Locale } from '../contract/primitives.ts'
import { createI18n } from '../i18n/i18n.ts'
import { pickLocale } from '../i18n/locales.ts'
import { keepSession, readSaved, getSession } from '../session/session-store.ts'
import { App } from './app.tsx'
import { loadConfig, type Config } from './config.ts'
import { applyLook, loadJapaneseFont, screenOfHash, searchOfHash } from './look.ts'
import { ProblemPage, type StartProblem } from './problem-page.tsx'
import { SCREENS, findScreen } from './screens.ts'

/** Folder that the page is served from: any host, any sub-path. */
function pageFolder(): string {
  return new URL('.', location.href.split('#')[0]).href.replace(/\/$/, '')
}

/** Starts the simulated park when no server is configured. Live builds drop this branch and the import in it. */
async function startNetwork(config: Config): Promise<void> {
  if (__DEMO__ && config.apiBaseUrl === null) {
    const { startMockNetwork } = await import('../../mocks/browser.ts')
    await startMockNetwork(config.simulation)
  }
}

/** A promise that stands for the network: requests wait for it, the shell does not. */
function openNetwork(config: Config): Promise<void> {
  const opened = startNetwork(config)
  configureApi({
    baseUrl: config.apiBaseUrl ?? pageFolder(),
    fetch: async (input, init) => {
      await opened
      return fetch(input, init)
    },
  })
  return opened
}

async function showProblem(root: Root, problem: StartProblem, locale: Locale): Promise<void> {
  const i18n = await createI18n(locale)
  root.render(
    <I18nProvider i18n={i18n}>
      <ProblemPage problem={problem} />
    </I18nProvider>,
  )
}

/**
 * Starts the product in an element: look and language first, then configuration, then the shell. Requests run
 * while the shell is drawn.
 */
export async function boot(host: HTMLElement): Promise<void> {
  const root = createRoot(host)
  const search = searchOfHash(location.hash)
  const saved = readSaved()
  const wished = search.lang ?? saved.locale
  const early = wished ?? pickLocale(navigator.languages)
  applyLook(early, search.look ?? saved.theme ?? 'room-dark')
  void (findScreen(screenOfHash(location.hash) ?? 'overview') ?? SCREENS[0])?.preload()

  const loaded = await loadConfig(__DEMO__)
  if (!loaded.ok) return showProblem(root, { kind: 'config', problem: loaded.problem }, early)
  const { config } = loaded
  const locale = wished ?? config.defaultLanguage
  const theme = search.look ?? saved.theme ?? config.defaultTheme
  const session = getSession()
  session.setLocale(locale)
  session.setTheme(theme)
  if (saved.role) session.setRole(saved.role)
  keepSession()
  applyLook(locale, theme)

  const opened = openNetwork(config)
  opened.catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error)
    void showProblem(root, { kind: 'simulator', detail }, getSession().locale)
  })
  const i18n = await createI18n(locale)
  root.render(
    <I18nProvider i18n={i18n}>
      <App config={config} liveBaseUrl={config.liveUrl ?? config.apiBaseUrl ?? pageFolder()} />
    </I18nProvider>,
  )
  loadJapaneseFont(locale)
}
