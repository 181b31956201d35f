import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { historyQueries } from '../../api/history-queries.ts'
import type { QualityName } from '../../contract/quality.ts'
import type { History } from '../../contract/readings.ts'
import type { Point } from '../../contract/resources.ts'
import type { HistoryColumns } from '../../charts/history-options.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useGapVersion, useServerNow } from '../../live/hooks.ts'
import { HISTORY_RANGES, useView, type HistoryRange } from '../../session/view.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import styles from './detail.module.css'

const HistoryChart = lazyPart(async () => (await import('../../charts/history-chart.tsx')).HistoryChart)

const QUARTER_MS = 900_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Ranges to choose from, with the width of their buckets. */
const RANGES: Readonly<Record<HistoryRange, { days: number; stepMs: number }>> = {
  '24h': { days: 1, stepMs: QUARTER_MS },
  '7d': { days: 7, stepMs: HOUR_MS },
  '30d': { days: 30, stepMs: HOUR_MS },
  '1y': { days: 365, stepMs: HOUR_MS },
}

function numbers(column: readonly (number | null)[]): Float64Array {
  return Float64Array.from(column, (value) => value ?? Number.NaN)
}

function columnsOf(history: History | undefined, pointId: string): HistoryColumns | null {
  const series = history?.series.find((one) => one.pointId === pointId)
  if (!history || !series) return null
  return {
    fromMs: Date.parse(history.from),
    stepMs: history.stepMs,
    mean: numbers(series.mean),
    min: numbers(series.min),
    max: numbers(series.max),
    count: series.count,
    quality: series.worstQuality,
  }
}

/** One short word for a stored quality, as figures use it. */
function useQualityWord(): (name: QualityName) => string {
  const t = useText('quality')
  return useCallback(
    (name: QualityName) => {
      switch (name) {
        case 'Good':
          return ''
        case 'GoodLocalOverride':
          return t('manual')
        case 'UncertainSubstituteValue':
          return t('estimated')
        case 'UncertainSensorCalibration':
          return t('calibrating')
        case 'UncertainLastUsableValue':
          return t('stale')
        case 'UncertainEngineeringUnitsExceeded':
          return t('outOfRange')
        case 'UncertainSensorNotAccurate':
          return t('inaccurate')
        case 'Uncertain':
          return t('uncertain')
        case 'BadWaitingForInitialData':
          return t('waiting')
        case 'BadNoCommunication':
          return t('noComms')
        case 'BadOutOfService':
          return t('outOfService')
        case 'BadSensorFailure':
        case 'BadDeviceFailure':
          break
      }
      return t('fault')
    },
    [t],
  )
}

/** The last day, week, month or year of a point, with its gaps, doubtful spans and limits. Asked again when a live gap was filled. */
export function PointHistory({ index, point }: { index: ParkIndex; point: Point }) {
  const t = useText('detail')
  const words = useText('words')
  const shell = useText('shell')
  const nameOf = useAssetName()
  const errorText = useErrorText()
  const qualityWord = useQualityWord()
  const { view, patch } = useView()
  const { historyRange } = view
  const range = RANGES[historyRange]
  const end = useServerNow(range.stepMs)
  const gap = useGapVersion(index.park.id)
  const connecting = useConnection().state === 'connecting'
  const options = historyQueries.readings(index.park.id, {
    points: [point.id],
    fromMs: end - range.days * DAY_MS,
    toMs: end,
    stepMs: range.stepMs,
  })
  const query = useQuery({
    ...options,
    queryKey: [...options.queryKey, gap],
    enabled: !connecting,
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => columnsOf(query.data, point.id), [query.data, point.id])
  const asset = index.assetById.get(point.assetId)
  const place = asset ? nameOf(asset) : point.assetId
  const title = `${words(`point.${point.kind}`)} · ${place}`
  const stream = point.stream === 'environment' || point.stream === 'data' ? 'text' : point.stream
  const unit = unitSymbol(point.unit)
  return (
    <section className={styles.section}>
      <PanelHeader title={t('history')} meta={[words(`point.${point.kind}`), unit].filter(Boolean).join(', ')} />
      <div className={styles.ranges}>
        <Segmented
          label={t('history.range')}
          value={historyRange}
          options={HISTORY_RANGES.map((id) => ({ id, label: t(`history.range.${id}`) }))}
          onChange={(id) => patch({ historyRange: id })}
        />
        <span className={styles.meta}>{t(range.stepMs === HOUR_MS ? 'history.hourly' : 'history.meta')}</span>
      </div>
      <div className={styles.chart}>
        {query.isError && !columns ? (
          <PanelState kind="error" detail={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : columns ? (
          <PanelBoundary resetKeys={[point.id]}>
            <HistoryChart
              meanwhile={<PanelState kind="loading" />}
              columns={columns}
              limits={point.limits}
              unit={point.unit}
              decimals={point.decimals}
              tone={stream}
              title={title}
              pointId={point.id}
              source={point.id}
              dataMode={index.park.dataMode === 'simulated' ? shell('simulated') : null}
              fileName={`${index.park.id}_${point.id}_${historyRange}`}
              qualityWord={qualityWord}
            />
          </PanelBoundary>
        ) : query.isPending || query.isPlaceholderData ? (
          <PanelState kind="loading" />
        ) : (
          <PanelState kind="empty" text={t('history.gap')} />
        )}
      </div>
    </section>
  )
}
