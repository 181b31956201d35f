import { useEffect, useState } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useServerNow } from '../../live/hooks.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { usedHeapBytes, watchFrames, type FrameTimes } from './frame-times.ts'
import styles from './health.module.css'

/** The live channel and this page: state, reconnects, gap, clock, frames, memory. */
export function ConnectionPanel() {
  const t = useText('health')
  const shell = useText('shell')
  const format = useFormat()
  const connection = useConnection()
  useServerNow(5000)
  const [frames, setFrames] = useState<FrameTimes | null>(null)
  useEffect(() => watchFrames(setFrames), [])
  const heap = usedHeapBytes()
  const rows: readonly { label: string; value: number | string | null; unit: string; decimals: number }[] = [
    {
      label: t('connection.state'),
      value: shell(`health.${connection.state === 'reconnecting' ? 'reconnectingNow' : connection.state}`),
      unit: '1',
      decimals: 0,
    },
    {
      label: t('connection.since'),
      value: connection.sinceMs > 0 ? format.dateTime(connection.sinceMs) : null,
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
    { label: t('connection.skew'), value: connection.clockSkewMs / 1000, unit: 's', decimals: 1 },
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
      <PanelHeader title={t('connection')} />
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
