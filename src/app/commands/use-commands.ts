import { Home, Keyboard, Languages, Layers, LayoutDashboard, Pause, Play, Search, SunMoon, X } from 'lucide-react'
import { useMemo } from 'react'
import { LOCALES, LOCALE_NAME } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { getSession, useSession } from '../../session/session-store.ts'
import { useView } from '../../session/view.ts'
import { SCREENS } from '../screens.ts'
import type { Command } from './command.ts'

/** The registry: every command of the shell in the language of the screen. */
export function useCommands(openPalette: () => void, openKeys: () => void): readonly Command[] {
  const t = useText('shell')
  const { view, patch, select, open } = useView()
  const client = useLiveClient()
  const theme = useSession((state) => state.theme)
  const locale = useSession((state) => state.locale)
  const timeMode = useSession((state) => state.timeMode)
  return useMemo(() => {
    const session = getSession()
    const screens = SCREENS.map<Command>((screen) => ({
      id: `open-${screen.id}`,
      label: t('command.openScreen', { name: t(screen.label) }),
      icon: screen.icon,
      shortcut: screen.shortcut,
      enabled: screen.id !== view.screen,
      run: () => open(screen.id),
    }))
    const languages = LOCALES.map<Command>((id) => ({
      id: `language-${id}`,
      label: t('command.language', { name: LOCALE_NAME[id] }),
      icon: Languages,
      shortcut: null,
      enabled: id !== locale,
      run: () => session.setLocale(id),
    }))
    const own: Command[] = [
      { id: 'palette', label: t('command.palette'), icon: Search, shortcut: 'Ctrl K', enabled: true, run: openPalette },
      { id: 'keys', label: t('command.keys'), icon: Keyboard, shortcut: '?', enabled: true, run: openKeys },
      {
        id: 'theme',
        label: t('command.toggleTheme'),
        icon: SunMoon,
        shortcut: null,
        enabled: true,
        run: () => session.setTheme(theme === 'room-dark' ? 'room-light' : 'room-dark'),
      },
      {
        id: 'freeze',
        label: t('command.freeze'),
        icon: Pause,
        shortcut: null,
        enabled: timeMode === 'LIVE' && client !== null,
        run: () => session.freeze(client?.display.nowMs ?? 0),
      },
      {
        id: 'live',
        label: t('command.live'),
        icon: Play,
        shortcut: null,
        enabled: timeMode === 'FROZEN',
        run: () => session.resume(),
      },
      {
        id: 'clear-selection',
        label: t('command.clearSelection'),
        icon: X,
        shortcut: 'Esc',
        enabled: view.selection !== null,
        run: () => select(null),
      },
      {
        id: 'map-operations',
        label: t('command.operationsMap'),
        icon: LayoutDashboard,
        shortcut: null,
        enabled: view.mode !== 'operations',
        run: () => patch({ mode: 'operations', layers: {} }),
      },
      {
        id: 'map-assets',
        label: t('command.assetsMap'),
        icon: Layers,
        shortcut: null,
        enabled: view.mode !== 'assets',
        run: () => patch({ mode: 'assets', layers: {} }),
      },
      {
        id: 'whole-park',
        label: t('command.lookDown'),
        icon: Home,
        shortcut: null,
        enabled: view.camera !== null,
        run: () => patch({ camera: null }),
      },
    ]
    return [...own, ...screens, ...languages]
  }, [t, view, patch, select, open, client, theme, locale, timeMode, openPalette, openKeys])
}
