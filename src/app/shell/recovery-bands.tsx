import { useEffect } from 'react'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useLiveClient, useServerNow } from '../../live/hooks.ts'
import { keepContact, readContact } from '../../session/last-contact.ts'
import { useRecovery } from '../../session/recovery-store.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { useParkProblem, useUnanswered } from '../park-problem.ts'
import styles from './shell.module.css'

const STEP_MS = 10_000
/** A socket that comes back within this time is no outage. */
const PATIENCE_MS = 20_000

/** Says that nothing arrives, since when, and that what is seen is the last picture. */
export function OfflineBand() {
  const t = useText('shell')
  const format = useFormat()
  const { view } = useView()
  const { state } = useConnection()
  const problem = useParkProblem()
  const unanswered = useUnanswered()
  const client = useLiveClient()
  const now = useServerNow(STEP_MS)
  useEffect(() => {
    // A replayed instant says nothing about the server of today.
    if (state === 'live' && view.at === null) keepContact(view.parkId, now)
  }, [state, now, view.parkId, view.at])

  const lastFrameMs = client?.store.lastFrameMs ?? Number.NaN
  const hasPicture = Number.isFinite(lastFrameMs)
  const isLost = problem !== null || unanswered || state === 'reconnecting' || state === 'offline'
  if (!isLost || view.at !== null || (hasPicture && now - lastFrameMs < PATIENCE_MS)) return null
  const sinceMs = hasPicture ? lastFrameMs : readContact(view.parkId)
  const sameDay = sinceMs !== null && isoDateOf(sinceMs, format.zone) === isoDateOf(now, format.zone)
  return (
    <output className={styles.band} data-offline="">
      <b>
        {sinceMs === null
          ? t('offline.never')
          : t('offline.since', { time: sameDay ? format.time(sinceMs) : format.dateTime(sinceMs) })}
      </b>
      <span>{t(hasPicture ? 'offline.lastPicture' : 'offline.noPicture')}</span>
    </output>
  )
}

/** A reload that is wanted and waits: says for what, and lets the viewer do it. */
export function ReloadBand() {
  const t = useText('shell')
  const waiting = useRecovery((store) => store.waiting)
  if (waiting?.cause !== 'new-version' && waiting?.cause !== 'missing-part') return null
  return (
    <output className={styles.band} data-reload={waiting.for}>
      <b>{t('reload.missing')}</b>
      <span>{t(waiting.for === 'input' ? 'reload.input' : 'reload.later')}</span>
      <Button onClick={() => location.reload()}>{t('reload.now')}</Button>
    </output>
  )
}
