import { useRef } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { gapPath, linearScale, niceTicks } from '../../charts/scale.ts'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import { useSize } from '../../charts/use-size.ts'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { addDaysMs } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './load-profile.module.css'
import type { TenantUse } from './use-tenant-use.ts'

interface DrawingProps {
  tenant: Tenant
  use: TenantUse
  zone: string
  label: string
}

/** Room for the word: soon after midnight the day is too short for its own name. */
const TODAY_WIDTH = 48
/** Room for a date of the axis, with air. */
const DATE_WIDTH = 52

function Drawing({ tenant, use, zone, label }: DrawingProps) {
  const t = useText('tenants')
  const format = useFormat()
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const { demand, fromMs, toMs } = use
  const contracted = tenant.contractedPowerKw
  const known = demand.values.filter((value) => value !== null)
  const top = Math.max(1, ...known, contracted ?? 0)
  const low = Math.min(0, ...known)
  const scale = size?.scale ?? 1
  const width = (size?.width ?? 0) / scale
  const height = (size?.height ?? 0) / scale
  const x = linearScale(fromMs, toMs, 44, width - 8)
  const y = linearScale(low, top * 1.08, height - 22, 8)
  const days: number[] = []
  for (let at = fromMs; at < toMs; at = addDaysMs(at, 1, zone)) days.push(at)
  const ticks = niceTicks(low, top, 4)
  // On a narrow screen every second or third day has its name; today always has.
  const every = Math.max(1, Math.ceil((DATE_WIDTH * days.length) / Math.max(1, width - 52)))
  const xs = demand.values.map((_value, k) => x(demand.fromMs + (k + 0.5) * demand.stepMs))
  const ys = demand.values.map((value) => (value === null ? Number.NaN : y(value)))
  return (
    <div ref={hostRef} className={styles.host}>
      {width > 80 && height > 60 ? (
        <svg
          className={styles.chart}
          width={size?.width}
          height={size?.height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <path className={styles.grid} d={`M44 ${y(tick)}H${width - 8}`} />
              <text className={styles.tick} x="38" y={y(tick) + 4} textAnchor="end">
                {format.number(tick, 0)}
              </text>
            </g>
          ))}
          {days.map((at, k) => (
            <g key={at}>
              {k === 0 ? null : <path className={styles.day} d={`M${x(at)} 8V${height - 22}`} />}
              {(days.length - 1 - k) % every !== 0 ? null : at < use.midnightMs ? (
                <text className={styles.tick} x={x(at) + 4} y={height - 6}>
                  {format.dateShort(at)}
                </text>
              ) : width - 8 - x(at) > TODAY_WIDTH ? (
                <text className={styles.tick} x={x(at) + 4} y={height - 6}>
                  {t('profile.today')}
                </text>
              ) : null}
            </g>
          ))}
          {contracted === null ? null : (
            <>
              <path className={styles.contract} d={`M44 ${y(contracted)}H${width - 8}`} />
              <text className={styles.contractText} x={width - 8} y={y(contracted) - 5} textAnchor="end">
                {t('profile.contract', { value: format.quantity(contracted, 'kW') })}
              </text>
            </>
          )}
          <path className={styles.line} d={gapPath(xs, ys)} />
        </svg>
      ) : null}
    </div>
  )
}

/** Half-hour demand of the last seven days against the contracted power. */
export function LoadProfile({ index, tenant, use }: { index: ParkIndex; tenant: Tenant; use: TenantUse }) {
  const t = useText('tenants')
  const { demand } = use
  const hasAny = demand.values.some((value) => value !== null)
  const table: TableData | null = hasAny
    ? {
        columns: [
          { label: t('profile.time'), kind: 'time' },
          { label: t('profile.demand'), unit: 'kW', kind: 'number', decimals: 0 },
        ],
        rows: demand.values.map((value, k) => [demand.fromMs + k * demand.stepMs, value]),
      }
    : null
  const exportMeta = useExportMeta({
    title: `${t('profile')} · ${tenant.name}`,
    unit: 'kW',
    fromMs: use.fromMs,
    toMs: use.toMs,
    source: t('export.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <div className={styles.frame}>
      <ChartFrame
        title={t('profile')}
        meta={t('profile.meta')}
        table={table}
        exportMeta={exportMeta}
        fileName={`${tenant.id}-load`}
      >
        {hasAny ? (
          <Drawing tenant={tenant} use={use} zone={index.park.timeZone} label={t('profile')} />
        ) : (
          <p className={styles.none}>{t('profile.none')}</p>
        )}
      </ChartFrame>
    </div>
  )
}
