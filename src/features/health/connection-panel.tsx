import { useEffect, useState } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useGapVersion, useServerNow } from '../../live/hooks.ts'
import { useRecovery } from '../../session/recovery-store.ts'
import { useView } from '../../session/view.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { usedHeapBytes, watchFrames, type FrameTimes } from './frame-times.ts'
import styles from './health.module.css'

interface Row {
  label: string
  value: number | string | null
  unit: string
  decimals: number
}

/** The live channel, or the replay in its place, and this page: state, reconnects, gap, clock, frames, memory. */
export function ConnectionPanel() {
  const t = useText('health')
  const shell = useText('shell')
  const format = useFormat()
  const connection = useConnection()
  const { view } = useView()
  const gaps = useGapVersion(view.parkId)
  const nowMs = useServerNow(view.at === null ? 5000 : 1000)
  const [frames, setFrames] = useState<FrameTimes | null>(null)
  useEffect(() => watchFrames(setFrames), [])
  const heap = usedHeapBytes()
  const { last, frozenMs } = useRecovery()
  const replayed: readonly Row[] = [
    { label: t('connection.state'), value: shell('replay.frame'), unit: '1', decimals: 0 },
    { label: t('connection.instant'), value: format.dateTime(nowMs), unit: '1', decimals: 0 },
  ]
  const channel: readonly Row[] = [
    {
      label: t('connection.state'),
      value: shell(`health.${connection.state === 'reconnecting' ? 'reconnectingNow' : connection.state}`),
      unit: '1',
      decimals: 0,
    },
    {
      label: t('connection.since'),
      value: connection.sinceMs > 0 ? format.dateTime(connection.sinceMs + connection.clockSkewMs) : null,
      unit: '1',
      decimals: 0,
    },
    { label: t('connection.reconnects'), value: connection.reconnects, unit: '1', decimals: 0 },
    {
      label: t('connection.gap'),
      value: connection.gapFilledMs === null ? null : connection.gapFilledMs / 1000,
      unit: 's',
      decimals: 0,
    },
    {
      label: t('connection.behind'),
      value: connection.behindMs === null ? null : connection.behindMs / 1000,
      unit: 's',
      decimals: 1,
    },
    { label: t('connection.gaps'), value: gaps, unit: '1', decimals: 0 },
    {
      label: t('connection.skew'),
      value: connection.behindMs === null ? null : connection.clockSkewMs / 1000,
      unit: 's',
      decimals: 1,
    },
  ]
  const rows: readonly Row[] = [
    // The live channel stays open behind a replay, but nothing on screen comes from it.
    ...(view.at === null ? channel : replayed),
    {
      label: t('reload'),
      value: last === null ? t('reload.none') : t(`reload.${last.cause}`, { time: format.dateTime(last.atMs) }),
      unit: '1',
      decimals: 0,
    },
    { label: t('frozen'), value: frozenMs / 1000, unit: 's', decimals: 0 },
    { label: t('connection.frame'), value: frames?.medianMs ?? null, unit: 'ms', decimals: 1 },
    { label: t('connection.longest'), value: frames?.longestMs ?? null, unit: 'ms', decimals: 0 },
    {
      label: t('connection.heap'),
      value: heap === null ? t('connection.na') : heap / 1_048_576,
      unit: 'MiBy',
      decimals: 0,
    },
  ]
  return (
    <section>
      <PanelHeader title={t(view.at === null ? 'connection' : 'connection.replay')} />
      <dl className={styles.pairs}>
        {rows.map((row) => (
          <div key={row.label} className={styles.pair}>
            <dt>{row.label}</dt>
            <dd>
              {typeof row.value === 'string' ? (
                <span>{row.value}</span>
              ) : (
                <Figure value={row.value} unit={row.unit} decimals={row.decimals} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
