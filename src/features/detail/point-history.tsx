import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { historyQueries } from '../../api/history-queries.ts'
import type { QualityName } from '../../contract/quality.ts'
import type { History } from '../../contract/readings.ts'
import type { Point } from '../../contract/resources.ts'
import type { HistoryColumns } from '../../charts/history-options.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useGapVersion, useServerNow } from '../../live/hooks.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelFailed } from '../../ui/panel-failed.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import styles from './detail.module.css'

const HistoryChart = lazy(async () => ({ default: (await import('../../charts/history-chart.tsx')).HistoryChart }))

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000

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

/** The last 24 h of a point, with its gaps, doubtful spans and limits. Asked again when a live gap was filled. */
export function PointHistory({ index, point }: { index: ParkIndex; point: Point }) {
  const t = useText('detail')
  const words = useText('words')
  const shell = useText('shell')
  const nameOf = useAssetName()
  const errorText = useErrorText()
  const qualityWord = useQualityWord()
  const end = useServerNow(QUARTER_MS)
  const gap = useGapVersion(index.park.id)
  const connecting = useConnection().state === 'connecting'
  const options = historyQueries.readings(index.park.id, {
    points: [point.id],
    fromMs: end - DAY_MS,
    toMs: end,
    stepMs: QUARTER_MS,
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
      <div className={styles.meta}>{t('history.meta')}</div>
      <div className={styles.chart}>
        {query.isError && !columns ? (
          <PanelState kind="error" detail={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : columns ? (
          <ErrorBoundary resetKeys={[point.id]} FallbackComponent={PanelFailed}>
            <Suspense fallback={<PanelState kind="loading" />}>
              <HistoryChart
                columns={columns}
                limits={point.limits}
                unit={point.unit}
                decimals={point.decimals}
                tone={stream}
                title={title}
                source={point.id}
                dataMode={index.park.dataMode === 'simulated' ? shell('simulated') : null}
                fileName={`${index.park.id}_${point.id}_24h`}
                qualityWord={qualityWord}
              />
            </Suspense>
          </ErrorBoundary>
        ) : query.isPending || query.isPlaceholderData ? (
          <PanelState kind="loading" />
        ) : (
          <PanelState kind="empty" text={t('history.gap')} />
        )}
      </div>
    </section>
  )
}
