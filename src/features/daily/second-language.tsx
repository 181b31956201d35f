import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from '../../contract/primitives.ts'
import { type Text, type TextKey, useText } from '../../i18n/use-text.ts'
import { useTextIn } from '../../i18n/use-text-in.ts'

/** The other language of a sheet in two languages; null for a sheet in one. */
const SecondContext = createContext<Locale | null>(null)

export function SecondLanguage({ locale, children }: { locale: Locale | null; children: ReactNode }) {
  return <SecondContext.Provider value={locale}>{children}</SecondContext.Provider>
}

function InLocale({ name, locale }: { name: TextKey<'daily'>; locale: Locale }) {
  const t: Text<'daily'> = useTextIn('daily', locale)
  return (
    <span lang={locale} data-second="">
      {t(name)}
    </span>
  )
}

/** A heading of the sheet, and beside it the same in the other language where the sheet has two. */
export function Both({ name, apart = ' ' }: { name: TextKey<'daily'>; apart?: ReactNode }) {
  const t = useText('daily')
  const second = useContext(SecondContext)
  if (second === null) return t(name)
  return (
    <>
      {t(name)}
      {apart}
      <InLocale name={name} locale={second} />
    </>
  )
}
