import { Moon, Sun } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { LOCALES, LOCALE_NAME } from '../../i18n/locales.ts'
import { useAskTexts } from '../../i18n/texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session/session-store.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { inPlace } from '../../ui/in-place.ts'
import { NAVIGATION_GROUPS, SCREENS } from '../screens.ts'
import { NavigationMarks } from './navigation-marks.tsx'
import styles from './navigation.module.css'

function Languages() {
  const t = useText('shell')
  const locale = useSession((state) => state.locale)
  const setLocale = useSession((state) => state.setLocale)
  const theme = useSession((state) => state.theme)
  const setTheme = useSession((state) => state.setTheme)
  const dark = theme === 'room-dark'
  return (
    <fieldset className={styles.foot} aria-label={t('nav.language')}>
      {LOCALES.map((id) => (
        <button
          key={id}
          type="button"
          lang={id}
          className={styles.language}
          aria-pressed={id === locale}
          onClick={() => setLocale(id)}
        >
          {LOCALE_NAME[id]}
        </button>
      ))}
      <span className={styles.theme}>
        <Button
          look="quiet"
          iconOnly
          aria-label={t(dark ? 'theme.toLight' : 'theme.toDark')}
          title={t(dark ? 'theme.toLight' : 'theme.toDark')}
          onClick={() => setTheme(dark ? 'room-light' : 'room-dark')}
        >
          {dark ? (
            <Sun className={styles.icon} aria-hidden="true" />
          ) : (
            <Moon className={styles.icon} aria-hidden="true" />
          )}
        </Button>
      </span>
    </fieldset>
  )
}

/** Screens of this build by group. Groups without a screen are left out. */
export function Navigation({ current }: { current: string }) {
  const t = useText('shell')
  const { open, hrefOf } = useView()
  const askTexts = useAskTexts()
  const rowRef = useRef<HTMLElement>(null)
  // On small screens the entries are a row that is wider than the screen.
  // Asked before the next picture, the page that is just being built would be laid out twice.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const row = rowRef.current
      const entry = row?.querySelector<HTMLElement>(`[data-entry="${current}"]`)
      if (row && entry) row.scrollLeft = entry.offsetLeft - (row.clientWidth - entry.offsetWidth) / 2
    })
    return () => cancelAnimationFrame(frame)
  }, [current])
  return (
    <nav ref={rowRef} className={styles.nav} data-region="" data-screen-only="" aria-label={t('nav.label')}>
      {NAVIGATION_GROUPS.map((group) => {
        const screens = SCREENS.filter((screen) => screen.group === group)
        if (screens.length === 0) return null
        return (
          <div key={group}>
            <h2 className={styles.group}>{t(`nav.group.${group}`)}</h2>
            {screens.map(({ id, label, icon: Icon, texts, Page }) => (
              <a
                key={id}
                className={styles.item}
                href={hrefOf(id)}
                title={t(label)}
                data-entry={id}
                data-inset-focus=""
                aria-current={id === current ? 'page' : undefined}
                onPointerEnter={() => {
                  void Page.preload()
                  askTexts(texts)
                }}
                onClick={inPlace(() => open(id))}
              >
                <Icon className={styles.icon} aria-hidden="true" />
                <span className={styles.label}>{t(label)}</span>
                <NavigationMarks screenId={id} />
              </a>
            ))}
          </div>
        )
      })}
      <Languages />
    </nav>
  )
}
