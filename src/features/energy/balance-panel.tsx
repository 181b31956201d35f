import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { Sankey } from '../../charts/sankey.tsx'
import type { SankeyItem } from '../../charts/sankey-layout.ts'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText, type Text } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import type { UnitSuspicion } from '../../domain/balance/unit-check.ts'
import type { HistoryView } from '../../live/use-history.ts'
import { useViewActions } from '../../session/view.ts'
import { balanceOfDay, type EnergyBalanceDay, type Flow } from './balance-model.ts'
import styles from './balance-panel.module.css'
import type { EnergyPoints } from '../../domain/energy/energy-points.ts'
import type { Clock } from '../../live/use-clock.ts'
import { suspectMeters } from '../../domain/energy/unit-suspects.ts'
import { failureOf, type DayEnergy } from '../../live/use-day-energy.ts'

const HOUR_MS = 3_600_000
/** More than these do not fit the line; the list of tenants has them all. */
const MOST_SUSPECTS = 3

export interface BalancePanelProps {
  index: ParkIndex
  points: EnergyPoints
  day: DayEnergy
  clock: Clock
  /** What each meter shows by this hour as a rule, kWh by asset id: names the meters to check. */
  usual: ReadonlyMap<string, number>
  /** Registers that hold something else than kilowatt hours. */
  suspects: ReadonlyMap<string, UnitSuspicion>
  /** The question that comes before those of the day: while it fails, they are not asked. */
  blocked: HistoryView
}

/** What a substation is called on its transformers: "Lai Uyên" of "T1 Lai Uyên". */
export function shortName(index: ParkIndex, substationId: string): string {
  const code = index.childrenOf.get(substationId)?.find(({ kind }) => kind === 'power-transformer')?.code
  const name = code?.replace(/^\S+\s+/, '').replace(/\s+\d+(\/\d+)?\s*kV.*$/, '') ?? ''
  return name === '' ? (index.assetById.get(substationId)?.code ?? substationId) : name
}

/** Name of a flow in the language of the screen. */
function useFlowName(index: ParkIndex): (flow: Flow) => string {
  const t = useText('energy')
  const words = useText('words')
  return ({ what }) => {
    if (what.kind === 'industry') return words(`industry.${what.industry}`)
    if (what.kind !== 'substation') return t(`flow.${what.kind}`)
    return t('flow.grid', { name: shortName(index, what.assetId) })
  }
}

interface Rows {
  sources: SankeyItem[]
  uses: SankeyItem[]
}

/** Both sides in MWh, the modelled loss and the residual among the uses. */
export function balanceRows(made: EnergyBalanceDay, nameOf: (flow: Flow) => string, t: Text<'energy'>): Rows {
  const item = (flow: Flow, look: SankeyItem['look'], k: number): SankeyItem => ({
    id: `${look} ${flow.what.kind} ${k}`,
    label: nameOf(flow),
    value: flow.kwh / 1000,
    look,
  })
  const uses = made.uses.map((flow, k) => item(flow, 'use', k))
  uses.push({ id: 'loss', label: t('flow.loss'), value: made.lossKwh / 1000, look: 'loss' })
  if (made.unaccountedKwh !== null) {
    const isNegative = made.unaccountedKwh < 0
    uses.push({
      id: 'unaccounted',
      label: t(isNegative ? 'flow.excess' : 'flow.unaccounted'),
      value: made.unaccountedKwh / 1000,
      look: 'unaccounted',
    })
  }
  return { sources: made.sources.map((flow, k) => item(flow, 'supply', k)), uses }
}

/** The balance as a table: every flow with its share; losses and residual keep their sign. */
export function balanceTable({ sources, uses }: Rows, suppliedMwh: number, t: Text<'energy'>): TableData {
  const share = (value: number): number | null => (suppliedMwh > 0 ? (value / suppliedMwh) * 100 : null)
  const row = (side: string, { label, value }: SankeyItem) => [side, label, value, share(value)]
  return {
    columns: [
      { label: t('table.side'), kind: 'text' },
      { label: t('table.flow'), kind: 'text' },
      { label: t('table.energy'), unit: 'MWh', kind: 'number', decimals: 2 },
      { label: t('table.share'), unit: '%', kind: 'number', decimals: 2 },
    ],
    rows: [...sources.map((item) => row(t('table.supplied'), item)), ...uses.map((item) => row(t('table.used'), item))],
  }
}

/** What is wrong with the balance, and which meters to look at first. */
function Verdict({ made, index }: { made: EnergyBalanceDay; index: ParkIndex }) {
  const t = useText('energy')
  const format = useFormat()
  const { select } = useViewActions()
  const { residual, used, supplied } = made.balance
  if (!residual.ok) {
    return <p className={styles.verdict}>{t('balance.none', { reason: t(`reason.${residual.reason}`) })}</p>
  }
  const { value, percent, suspects, verdict } = residual.value
  const named = verdict === 'negative' ? suspects.map(({ id }) => id.replace(/ fed back$/, '')) : []
  const missing = [...supplied.missingIds, ...used.missingIds].map((id) => id.replace(/ fed back$/, ''))
  const listed = (verdict === 'negative' ? named : [...new Set(missing)].slice(0, 3)).flatMap(
    (id) => index.assetById.get(id) ?? [],
  )
  if (verdict !== 'negative' && listed.length === 0) return null
  return (
    <p className={styles.verdict}>
      <strong>
        {verdict === 'negative'
          ? t('balance.negative', {
              value: percent.ok ? format.quantity(percent.value, '%', 1) : format.quantity(value / 1000, 'MW.h', 1),
            })
          : t('balance.missing', { count: missing.length })}
      </strong>
      {listed.map((asset) => (
        <Button key={asset.id} look="quiet" onClick={() => select({ type: 'asset', id: asset.id })}>
          {asset.code}
        </Button>
      ))}
    </p>
  )
}

/** Meters that do not send energy: which, and what they send. They count as meters without a value. */
function Suspects({ points, suspects }: Pick<BalancePanelProps, 'points' | 'suspects'>) {
  const t = useText('energy')
  const { select } = useViewActions()
  const meters = suspectMeters(points, suspects)
  if (meters.length === 0) return null
  return (
    <p className={styles.verdict}>
      <strong>{t('suspect.left', { count: meters.length })}</strong>
      {meters.slice(0, MOST_SUSPECTS).map(({ meter: { asset }, suspicion }) => (
        <Button key={asset.id} look="quiet" onClick={() => select({ type: 'asset', id: asset.id })}>
          {t('suspect.one', { code: asset.code, what: t(`suspect.${suspicion}`) })}
        </Button>
      ))}
    </p>
  )
}

/** Where the energy of the day came from and where it went, with the loss modelled and the residual named. */
export function BalancePanel({ index, points, day, clock, usual, suspects, blocked }: BalancePanelProps) {
  const t = useText('energy')
  const errorText = useErrorText()
  const failed = failureOf(day, blocked)
  const format = useFormat()
  const nameOf = useFlowName(index)
  const hours = (day.untilMs - clock.dayMs) / HOUR_MS
  const made = useMemo(() => balanceOfDay(index, points, day, hours, usual), [index, points, day, hours, usual])
  const exportMeta = useExportMeta({
    title: t('balance.title'),
    unit: 'MWh',
    fromMs: clock.dayMs,
    toMs: day.untilMs,
    source: t('balance.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  const rows = made ? balanceRows(made, nameOf, t) : null
  const suppliedMwh = (made?.suppliedKwh ?? 0) / 1000
  const isEmpty = hours <= 0
  return (
    <ChartFrame
      title={t('balance.title')}
      meta={t('balance.meta', { from: format.timeShort(clock.dayMs), to: format.timeShort(day.untilMs) })}
      aside={made ? t('balance.coverage', { ...made.balance.coverage }) : undefined}
      table={rows ? balanceTable(rows, suppliedMwh, t) : null}
      exportMeta={exportMeta}
      fileName={`${index.park.id}_energy_balance`}
    >
      {isEmpty ? (
        <PanelState kind="empty" text={t('balance.tooEarly')} />
      ) : failed ? (
        <PanelState kind="error" detail={errorText(failed.error)} onRetry={failed.retry} />
      ) : !made || !rows ? (
        <PanelState kind="loading" lines={6} />
      ) : (
        <div className={styles.body}>
          <Verdict made={made} index={index} />
          <Suspects points={points} suspects={suspects} />
          <div className={styles.chart}>
            <Sankey
              tone="energy"
              label={t('balance.title')}
              middle={t('balance.network', { value: format.quantity(suppliedMwh, 'MW.h', 0) })}
              sources={rows.sources}
              uses={rows.uses}
              value={(item) =>
                item.look === 'supply'
                  ? format.quantity(item.value, 'MW.h', item.value < 10 ? 1 : 0)
                  : format.number(item.value, item.look === 'use' && item.value >= 10 ? 0 : 1)
              }
              share={({ value }) => (suppliedMwh > 0 ? `${format.number((value / suppliedMwh) * 100, 1)} %` : '–')}
            />
          </div>
        </div>
      )}
    </ChartFrame>
  )
}
