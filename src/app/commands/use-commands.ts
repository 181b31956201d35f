import { useQueryClient } from '@tanstack/react-query'
import {
  BellOff,
  BellRing,
  History,
  Home,
  Keyboard,
  Languages,
  Layers,
  LayoutDashboard,
  Monitor,
  Pause,
  Play,
  Search,
  SunMoon,
  Volume2,
  VolumeX,
  X,
} from 'lucide-react'
import { useMemo } from 'react'
import { LOCALES, LOCALE_NAME } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient } from '../../live/hooks.ts'
import { listOf, nextUnacked } from '../../domain/alarms/alarm-list.ts'
import { soundingEvents } from '../../domain/alarms/sounding.ts'
import { replayStartMs } from '../../domain/replay/player.ts'
import { alarmQueries } from '../../api/alarm-queries.ts'
import { useAlarmSound } from '../../live/alarm-sound.ts'
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
  const queryClient = useQueryClient()
  const sounding = useAlarmSound((state) => state.playing !== null)
  const soundOff = useAlarmSound((state) => state.off)
  return useMemo(() => {
    // Read when a key is pressed: the list of commands need not follow every alarm.
    const openAlarms = () =>
      listOf(queryClient.getQueryData(alarmQueries.retained(view.parkId).queryKey)?.alarms ?? [], 'open')
    const session = getSession()
    const replaying = view.at !== null
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
        id: 'next-alarm',
        label: t('command.nextAlarm'),
        icon: BellRing,
        shortcut: 'Alt A',
        // Its list is that of now; the past is looked through on the timeline.
        enabled: !replaying,
        run: () => {
          const next = nextUnacked(openAlarms(), view.screen === 'alarms' ? view.alarmId : null)
          open('alarms', next ? { alarmId: next.id } : {})
        },
      },
      {
        id: 'silence',
        label: t('command.silence'),
        icon: BellOff,
        shortcut: null,
        enabled: sounding,
        run: () => useAlarmSound.getState().silence(soundingEvents(openAlarms())),
      },
      {
        id: 'sound',
        label: t(soundOff ? 'command.soundOn' : 'command.soundOff'),
        icon: soundOff ? Volume2 : VolumeX,
        shortcut: null,
        enabled: true,
        run: () => useAlarmSound.getState().setOff(!soundOff),
      },
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
        enabled: timeMode === 'LIVE' && !replaying && client !== null,
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
        id: 'replay',
        label: t('command.replay'),
        icon: History,
        shortcut: null,
        enabled: !replaying && client !== null,
        run: () => patch({ at: replayStartMs(client?.display.nowMs ?? 0) }),
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
        id: 'leave-replay',
        label: t('replay.leave'),
        icon: Play,
        shortcut: 'Esc',
        enabled: replaying,
        run: () => patch({ at: null }),
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
        id: 'wall',
        label: t('command.wall'),
        icon: Monitor,
        shortcut: null,
        enabled: true,
        // Walls stand outside the screens: their address is another one.
        run: () => location.assign(`#/wall/calibrate?park=${view.parkId}`),
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
  }, [
    t,
    view,
    patch,
    select,
    open,
    client,
    theme,
    locale,
    timeMode,
    openPalette,
    openKeys,
    queryClient,
    sounding,
    soundOff,
  ])
}
