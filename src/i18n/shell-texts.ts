import type { Locale } from '../contract/primitives.ts'

type Texts = Readonly<Record<string, string>>

/** The shell's texts by language; each is a chunk of its own. The lines before the shell ask for one of them as well. */
export const SHELL_TEXTS: Readonly<Record<Locale, () => Promise<Readonly<Record<string, Texts>>>>> = {
  vi: async () => (await import('./vi.ts')).vi,
  en: async () => (await import('./en.ts')).en,
  ja: async () => (await import('./ja.ts')).ja,
}
