import { useEffect, useRef } from 'react'
import { changeLocale } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/texts.ts'
import { getSession, useSession } from '../session/session-store.ts'
import { useViewActions } from '../session/view.ts'
import { applyLook, loadJapaneseFont, searchOfHash } from './look.ts'

/** Keeps the language of texts and fonts that of the session, and lets an address that names language or theme win. */
export function useAddressLook(): void {
  const { i18n } = useLanguage().texts
  const locale = useSession((state) => state.locale)

  useEffect(() => {
    document.documentElement.lang = locale
    if (i18n.language !== locale) void changeLocale(i18n, locale)
    if (locale === 'ja') loadJapaneseFont(locale)
  }, [i18n, locale])

  useEffect(() => {
    const onHash = (): void => {
      const search = searchOfHash(location.hash)
      const session = getSession()
      if (search.lang && search.lang !== session.locale) session.setLocale(search.lang)
      if (search.look && search.look !== session.theme) session.setTheme(search.look)
    }
    window.addEventListener('hashchange', onHash)
    window.addEventListener('popstate', onHash)
    return () => {
      window.removeEventListener('hashchange', onHash)
      window.removeEventListener('popstate', onHash)
    }
  }, [])
}

/**
 * Keeps language and theme the same in the session, the document and the URL. A link that names them wins over the
 * session; a change by the viewer goes into the URL.
 */
export function useLook(): void {
  const { patch } = useViewActions()
  const locale = useSession((state) => state.locale)
  const theme = useSession((state) => state.theme)
  const patchRef = useRef(patch)
  useEffect(() => {
    patchRef.current = patch
  }, [patch])
  useAddressLook()

  useEffect(() => {
    applyLook(locale, theme)
    const search = searchOfHash(location.hash)
    // An empty change replaces the entry and adds language and look to it.
    if (search.lang !== locale || search.look !== theme) patchRef.current({})
  }, [locale, theme])
}
