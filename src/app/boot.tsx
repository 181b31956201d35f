import { createRoot, type Root } from 'react-dom/client'
import { I18nProvider } from '../i18n/i18n-provider.tsx'
import { configureApi } from '../api/config.ts'
import type { Locale } from '../contract/primitives.ts'
import { createI18n } from '../i18n/i18n.ts'
import { pickLocale } from '../i18n/locales.ts'
import { startHeartbeat } from '../session/heartbeat.ts'
import { markUnattended, wishReload } from '../session/recovery-store.ts'
import { keepSession, readSaved, getSession } from '../session/session-store.ts'
import { App } from './app.tsx'
import { isSimulated, startSimulator } from './boot-simulator.ts'
import { loadConfig, type Config } from './config.ts'
import { isWall, screenOfHash } from './hash.ts'
import { applyLook, loadJapaneseFont, searchOfHash, showIcon } from './look.ts'
import { ProblemPage, type StartProblem } from './problem-page.tsx'
import { askForListsAhead, askForTalkAhead, createQueryClient } from './query-client.ts'
import { SCREENS, findScreen } from './screens.ts'
import { startPageRecovery } from './start-recovery.ts'
import { preloadWall } from './wall/wall-route.tsx'

/** Folder that the page is served from: any host, any sub-path. */
function pageFolder(): string {
  return new URL('.', location.href.split('#')[0]).href.replace(/\/$/, '')
}

/** The page itself without query and hash: where the issuer sends people back to. */
function pageAddress(): string {
  return `${location.origin}${location.pathname}`
}

/** A promise that stands for the network: requests wait for it, the shell does not. */
function openNetwork(config: Config): Promise<void> {
  const opened = startSimulator(config)
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

/** This page inside the frame of a silent sign-in: hands the issuer's answer over and draws nothing. */
async function isRenewalFrame(oidc: NonNullable<Config['oidc']>): Promise<boolean> {
  if (window.self === window.top || !new URLSearchParams(location.search).has('state')) return false
  const { answerInFrame } = await import('../session/oidc.ts')
  await answerInFrame(oidc, pageAddress())
  return true
}

/** How long the first picture has the machine for itself. */
const WATCH_AFTER_MS = 10_000
/** The addresses of the start have settled by then. */
const ICON_AFTER_MS = 3000

/**
 * A part whose code is gone from the server asks for a new page. The ladder comes with the entry: as a part of its own
 * a new version could take it away before it has run once. What watches the page may come later.
 */
function keepAlive(config: Config): void {
  if (config.recovery.unattended) markUnattended()
  window.addEventListener('vite:preloadError', () => wishReload('missing-part'))
  startPageRecovery()
  setTimeout(() => {
    startHeartbeat()
    if (!__DEMO__) void import('./register-shell.ts').then(({ registerShell }) => registerShell())
  }, WATCH_AFTER_MS)
}

/**
 * Starts the product in an element: look and language first, then configuration, then the shell. Requests run
 * while the shell is drawn.
 */
export async function boot(host: HTMLElement): Promise<void> {
  const root = createRoot(host)
  setTimeout(showIcon, ICON_AFTER_MS)
  const search = searchOfHash(location.hash)
  const saved = readSaved()
  const wished = search.lang ?? saved.locale
  const early = wished ?? pickLocale(navigator.languages)
  applyLook(early, search.look ?? saved.theme ?? 'room-dark')
  if (isWall(location.hash)) void preloadWall()
  else void (findScreen(screenOfHash(location.hash) ?? 'overview') ?? SCREENS[0])?.Page.preload()

  const loaded = await loadConfig(__DEMO__)
  if (!loaded.ok) return showProblem(root, { kind: 'config', problem: loaded.problem }, early)
  const { config } = loaded
  if (config.oidc !== null && (await isRenewalFrame(config.oidc))) return
  const locale = wished ?? config.defaultLanguage
  const theme = search.look ?? saved.theme ?? config.defaultTheme
  const session = getSession()
  session.setLocale(locale)
  session.setTheme(theme)
  if (saved.role) session.setRole(saved.role)
  keepSession()
  applyLook(locale, theme)

  keepAlive(config)
  const opened = openNetwork(config)
  opened.catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error)
    void showProblem(root, { kind: 'simulator', detail }, getSession().locale)
  })
  const cache = createQueryClient()
  const liveBaseUrl = config.liveUrl ?? config.apiBaseUrl ?? pageFolder()
  const isNear = isSimulated(config)
  const begun = askForTalkAhead(location.hash, config, liveBaseUrl, isNear)
  const askForLists = (): void => askForListsAhead(cache, location.hash, config)
  // The simulated park answers in no time: its talk begins first, and its lists, which take the page as long as a first
  // drawing, come behind.
  if (isNear) void begun.then(askForLists)
  else askForLists()
  const i18n = await createI18n(locale)
  root.render(
    <I18nProvider i18n={i18n}>
      <App config={config} liveBaseUrl={liveBaseUrl} pageUrl={pageAddress()} cache={cache} />
    </I18nProvider>,
  )
  loadJapaneseFont(locale)
}
