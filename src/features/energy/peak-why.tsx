import { useMemo, useState } from 'react'
import { DEMAND_STEP_MS } from '../../domain/energy/demand.ts'
import { peakCauses } from '../../domain/energy/peak-causes.ts'
import { highestOf, registerHistory } from '../../domain/energy/register-history.ts'
import { bandAt, scheduleAt } from '../../domain/energy/time-of-use.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { seriesEndMs, valueAt } from '../../domain/statistics/interval-series.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useHistory } from '../../live/use-history.ts'
import { useViewActions } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { contractKw, type EnergyPoints } from '../../domain/energy/energy-points.ts'
import type { DayLines } from './load-model.ts'
import styles from './peak-why.module.css'
import type { Reference } from './use-reference.ts'

const SHOWN = 5

/** Energy of every consumer in one half hour, by asset id. */
function useHalfHour(index: ParkIndex, points: EnergyPoints, atMs: number) {
  const metered = useMemo(() => points.consumers.filter(({ energyId }) => energyId !== null), [points])
  const ids = useMemo(() => metered.flatMap(({ energyId }) => energyId ?? []), [metered])
  const view = useHistory(index.park.id, {
    points: ids,
    fromMs: atMs - DEMAND_STEP_MS,
    toMs: atMs + DEMAND_STEP_MS,
    stepMs: DEMAND_STEP_MS,
  })
  const kwhOf = useMemo(() => {
    const { history, byId } = view
    if (!history) return null
    const grid = { fromMs: Date.parse(history.from), stepMs: history.stepMs }
    return new Map(
      metered.map(({ asset, energyId, maxKw, rollOverAt }): [string, number | null] => [
        asset.id,
        registerHistory(byId.get(energyId ?? ''), grid, 2, maxKw, rollOverAt).growth.values[0] ?? null,
      ]),
    )
  }, [view, metered])
  return { kwhOf, view }
}

interface PeakProps {
  index: ParkIndex
  points: EnergyPoints
  days: DayLines
  reference: Reference
}

function Causes({ index, points, atMs }: { index: ParkIndex; points: EnergyPoints; atMs: number }) {
  const t = useText('energy')
  const format = useFormat()
  const nameOf = useAssetName()
  const errorText = useErrorText()
  const { select } = useViewActions()
  const then = useHalfHour(index, points, atMs)
  const before = useHalfHour(index, points, addDaysMs(atMs, -7, index.park.timeZone) + offsetInDay(atMs, index))
  const failed = then.view.error ?? before.view.error
  if (failed !== null) {
    return (
      <PanelState
        kind="error"
        detail={errorText(failed)}
        onRetry={() => {
          then.view.retry()
          before.view.retry()
        }}
      />
    )
  }
  if (!then.kwhOf || !before.kwhOf) return <PanelState kind="loading" />
  const { rises, coverage } = peakCauses(then.kwhOf, before.kwhOf, SHOWN)
  return (
    <>
      <h4 className={styles.sub}>{t('why.rises', { ...coverage })}</h4>
      {rises.length === 0 ? <p>{t('why.noRise')}</p> : null}
      <ul className={styles.list}>
        {rises.map(({ id, kw, changeKw }) => {
          const asset = index.assetById.get(id)
          const tenant = asset?.tenantId ? index.tenantById.get(asset.tenantId) : undefined
          const name = tenant ? tenant.name : asset ? nameOf(asset) : id
          return (
            <li key={id}>
              <Button look="quiet" onClick={() => select({ type: 'asset', id })}>
                {name}
              </Button>
              <span className={styles.value}>
                +{format.quantity(changeKw / 1000, 'MW', 2)} · {format.quantity(kw / 1000, 'MW', 2)}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Time since midnight of the park, so that the same half hour of another day is found. */
function offsetInDay(ms: number, index: ParkIndex): number {
  return ms - dayStartMs(ms, index.park.timeZone)
}

/** Yesterday's peak and what made it: against contract, tariff band, the same half hour a week before, and by whom. */
export function PeakWhy({ index, points, days, reference }: PeakProps) {
  const t = useText('energy')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const zone = index.park.timeZone
  const { yesterdayKw, weekBeforeKw } = days
  const peak = yesterdayKw ? highestOf(yesterdayKw, yesterdayKw.fromMs, seriesEndMs(yesterdayKw)) : null
  if (!peak || !yesterdayKw) return null
  const contract = contractKw(index)
  const schedule = reference.tariffs ? scheduleAt(reference.tariffs, peak.atMs, zone) : null
  const known = weekBeforeKw ? valueAt(weekBeforeKw, peak.index) : null
  const facts = [
    t('why.at', { from: format.timeShort(peak.atMs), to: format.timeShort(peak.atMs + DEMAND_STEP_MS) }),
    contract === null ? null : t('why.contract', { percent: format.number((peak.value / contract) * 100, 1) }),
    schedule ? t('why.band', { band: t(`band.${bandAt(schedule, peak.atMs, zone, reference.isHoliday)}`) }) : null,
    known === null ? null : t('why.week', { value: format.quantity((peak.value - known) / 1000, 'MW', 1) }),
  ].filter((fact) => fact !== null)
  return (
    <div className={styles.place}>
      <Button look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('why.open', { value: format.quantity(peak.value / 1000, 'MW', 1), time: format.timeShort(peak.atMs) })}
      </Button>
      {isOpen ? (
        <dialog open className={styles.box} aria-label={t('why.title')}>
          <PanelHeader
            title={t('why.title')}
            meta={format.quantity(peak.value / 1000, 'MW', 1)}
            aside={<CloseButton onClose={() => setOpen(false)} />}
          />
          <p>{facts.join(' · ')}</p>
          <Causes index={index} points={points} atMs={peak.atMs} />
        </dialog>
      ) : null}
    </div>
  )
}
