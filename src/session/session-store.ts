import { create } from 'zustand'
import { z } from 'zod'
import { localeSchema, type Locale } from '../contract/primitives.ts'
import { type Role, roleSchema } from '../contract/session.ts'
import { SAVED_KEY } from './saved-key.ts'

export const themeSchema = z.enum(['room-dark', 'room-light'])
export type Theme = z.infer<typeof themeSchema>

export type TimeMode = 'LIVE' | 'FROZEN'

export interface SessionState {
  theme: Theme
  locale: Locale
  role: Role
  timeMode: TimeMode
  /** Server time at which the viewer froze the screen; null while live. */
  frozenAtMs: number | null
  setTheme: (theme: Theme) => void
  setLocale: (locale: Locale) => void
  setRole: (role: Role) => void
  freeze: (serverNowMs: number) => void
  resume: () => void
}

const savedSchema = z.object({ theme: themeSchema, locale: localeSchema, role: roleSchema }).partial()

/** Preferences of earlier visits. A store that is blocked or spoiled counts as empty. */
export function readSaved(): z.infer<typeof savedSchema> {
  try {
    const parsed = savedSchema.safeParse(JSON.parse(localStorage.getItem(SAVED_KEY) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

function save(state: SessionState): void {
  try {
    localStorage.setItem(SAVED_KEY, JSON.stringify({ theme: state.theme, locale: state.locale, role: state.role }))
  } catch {
    // Private windows refuse storage; preferences then last as long as the page.
  }
}

/** Who looks, how, and whether the screen is held. What is looked at lives in the URL. */
export const useSession = create<SessionState>((set) => ({
  theme: 'room-dark',
  locale: 'vi',
  role: 'operator',
  timeMode: 'LIVE',
  frozenAtMs: null,
  setTheme: (theme) => set({ theme }),
  setLocale: (locale) => set({ locale }),
  setRole: (role) => set({ role }),
  freeze: (frozenAtMs) => set({ timeMode: 'FROZEN', frozenAtMs }),
  resume: () => set({ timeMode: 'LIVE', frozenAtMs: null }),
}))

/** The session outside of React: event handlers and the boot. */
export function getSession(): SessionState {
  return useSession.getState()
}

/** Writes preferences on each change; returns the end of it. */
export function keepSession(): () => void {
  return useSession.subscribe((state, before) => {
    if (state.theme !== before.theme || state.locale !== before.locale || state.role !== before.role) save(state)
  })
}
