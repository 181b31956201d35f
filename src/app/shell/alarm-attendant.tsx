import { useEffect, useMemo, useRef, useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { type AnnouncerState, NOTHING_SAID, announce } from '../../domain/alarms/announcements.ts'
import { soundOf } from '../../domain/alarms/sounding.ts'
import { useText } from '../../i18n/use-text.ts'
import { AlarmSounder, useAlarmSound } from '../../live/alarm-sound.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useEdgeNow } from '../../live/replay-context.tsx'
import { usePresentAlarms } from '../../live/use-alarms.ts'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'

const NONE: readonly Alarm[] = []

/** Sounds for as long as something is not acknowledged and not silenced. */
function useSound(alarms: readonly Alarm[], inFlood: boolean): void {
  const [sounder] = useState(() => new AlarmSounder())
  const silenced = useAlarmSound((state) => state.silenced)
  const off = useAlarmSound((state) => state.off)
  const priority = off ? null : soundOf(alarms, silenced, inFlood)
  useEffect(() => sounder.play(priority), [sounder, priority])
  useEffect(() => {
    // Browsers let sound out after a touch or a key, and only then.
    window.addEventListener('pointerdown', sounder.unblock)
    window.addEventListener('keydown', sounder.unblock)
    return () => {
      window.removeEventListener('pointerdown', sounder.unblock)
      window.removeEventListener('keydown', sounder.unblock)
      sounder.close()
    }
  }, [sounder])
}

/**
 * What attends the alarms on every screen without being seen: the sound, and one region each for critical and for
 * other news. Both regions are there from the start and empty: a region that appears with its text is not read.
 */
export function AlarmAttendant() {
  const t = useText('shell')
  const words = useAlarmWords()
  // What sounds is the present, also while somebody looks at the past.
  const picture = usePresentAlarms()
  const alarms = useMemo(() => (picture ? picture.alarms : NONE), [picture])
  const edge = useEdgeNow(1000)
  const screen = useServerNow(1000)
  const now = edge ?? screen
  const inFlood = picture?.flood.active ?? false
  const announcer = useRef<AnnouncerState | null>(null)
  const [said, setSaid] = useState({ alert: '', status: '' })
  useSound(alarms, inFlood)

  useEffect(() => {
    document.documentElement.toggleAttribute('data-flood', inFlood)
  }, [inFlood])

  useEffect(() => {
    if (!picture) return
    const isFirstLook = announcer.current === null
    const next = announce(announcer.current ?? NOTHING_SAID, alarms, now)
    announcer.current = isFirstLook ? { ...NOTHING_SAID, known: next.state.known } : next.state
    if (isFirstLook || (!next.alert && !next.status)) return
    const text = (key: 'announce.critical' | 'announce.others', what: { count: number; latest: Alarm }): string =>
      t(key, { count: what.count, title: words.title(what.latest) })
    setSaid((before) => ({
      alert: next.alert ? text('announce.critical', next.alert) : before.alert,
      status: next.status ? text('announce.others', next.status) : before.status,
    }))
  }, [picture, alarms, now, t, words])

  return (
    <div className="visually-hidden">
      <div role="alert">{said.alert}</div>
      <output>{said.status}</output>
    </div>
  )
}
