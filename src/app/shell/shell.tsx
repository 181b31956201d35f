import { Suspense, lazy, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useSession } from '../../session/session-store.ts'
import { useView } from '../../session/view.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useRegions } from '../commands/use-regions.ts'
import { useShortcuts } from '../commands/use-shortcuts.ts'
import { markOnce } from '../marks.ts'
import type { Screen } from '../screens.ts'
import { useLook } from '../use-look.ts'
import { useLocale } from '../../i18n/format.ts'
import { FrozenBand } from './frozen-band.tsx'
import { HealthStrip } from './health-strip.tsx'
import { Navigation } from './navigation.tsx'
import { PageHead } from './page-head.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

const KeyList = lazy(async () => ({ default: (await import('../commands/key-list.tsx')).KeyList }))
const PaletteHost = lazy(async () => ({ default: (await import('../commands/palette-host.tsx')).PaletteHost }))

/** The frame of every screen: strip on top, navigation left, data health at the bottom, always in the same place. */
export function Shell({ screen, children }: { screen: Screen; children: ReactNode }) {
  const t = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const index = useParkIndex()
  const { select } = useView()
  const frozen = useSession((state) => state.timeMode === 'FROZEN')
  const [finding, setFinding] = useState(false)
  const openPalette = useCallback(() => setFinding(true), [])
  const [keysOpen, setKeysOpen] = useState(false)
  const openKeys = useCallback(() => setKeysOpen(true), [])
  const commands = useCommands(openPalette, openKeys)
  useShortcuts(commands, finding || keysOpen)
  useRegions()
  useLook()

  useEffect(() => {
    markOnce('parkscope:shell')
  }, [])
  const title = t(screen.label)
  const parkName = index?.park.name[locale] ?? ''
  useEffect(() => {
    document.title = parkName ? t('document.title', { screen: title, park: parkName }) : `${title} · Parkscope`
  }, [t, title, parkName])

  const meta =
    screen.id === 'overview'
      ? index
        ? t('head.wholePark', { area: format.quantity(index.park.areaHa, 'ha', 2) })
        : ''
      : t('head.health')
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t('skip')}
      </a>
      <TopBar />
      <Navigation current={screen.id} />
      <div className={styles.main}>
        <PageHead
          title={title}
          meta={meta}
          onMeta={screen.showsSelection && index ? () => select({ type: 'park', id: index.park.id }) : null}
          onFind={openPalette}
        />
        {frozen ? <FrozenBand /> : null}
        <main id="main" className={styles.body} data-region="" tabIndex={-1} data-inset-focus="">
          {children}
        </main>
      </div>
      <HealthStrip />
      {keysOpen ? (
        <Suspense fallback={null}>
          <KeyList commands={commands} onClose={() => setKeysOpen(false)} />
        </Suspense>
      ) : null}
      {finding ? (
        <Suspense fallback={null}>
          <PaletteHost commands={commands} onClose={() => setFinding(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** The hash belongs to the router, so the skip link moves the focus by hand. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
