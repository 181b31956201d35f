import { ChartFrame } from '../../charts/chart-frame.tsx'
import { RateBars } from '../../charts/rate-bars.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import type { DayHealth } from './use-alarm-health.ts'

const STEP_MS = 10 * 60_000

/** Annunciated alarms by 10 minutes against the line at which a flood begins. */
export function RatePanel({ day }: { day: DayHealth }) {
  const t = useText('alarms')
  const index = useParkIndex()
  const exportMeta = useExportMeta({
    title: t('rate.title'),
    unit: '',
    fromMs: day.fromMs,
    toMs: day.toMs,
    source: t('journal.title'),
    simulated: index?.park.dataMode === 'simulated',
  })
  return (
    <ChartFrame
      title={t('rate.title')}
      meta={t('rate.meta')}
      table={{
        columns: [
          { label: t('rate.time'), kind: 'time' },
          { label: t('rate.count'), kind: 'number', decimals: 0 },
        ],
        rows: day.counts.map((count, at) => [day.fromMs + at * STEP_MS, count]),
      }}
      exportMeta={exportMeta}
      fileName="alarm-rate"
    >
      <RateBars
        counts={day.counts}
        fromMs={day.fromMs}
        stepMs={STEP_MS}
        limit={10}
        limitLabel={t('rate.flood')}
        label={t('rate.title')}
      />
    </ChartFrame>
  )
}
