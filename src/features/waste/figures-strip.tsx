import type { ParkIndex } from '../../domain/network/park-index.ts'
import { valueOrNull } from '../../domain/statistics/outcome.ts'
import { diversionPercent } from '../../domain/waste/waste-streams.ts'
import { sumOfDays } from '../../domain/waste/day-masses.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings } from '../../live/hooks.ts'
import { isUrgent, NEARLY_FULL_PERCENT, type ContainerRow } from './container-rows.ts'
import { FigureCell } from './figure-cell.tsx'
import { liveTotal } from '../../ui/live-total.ts'
import type { DayMasses } from './use-masses.ts'
import type { Rounds } from './use-rounds.ts'
import { useInstantText } from './use-instant-text.ts'
import { useHolderName } from './use-holder-name.ts'
import type { WasteAssets } from './waste-assets.ts'
import styles from './waste.module.css'

interface FiguresStripProps {
  index: ParkIndex
  assets: WasteAssets
  rows: readonly ContainerRow[]
  rounds: Rounds
  masses: DayMasses
  nowMs: number
}

function StoreCell({ label, ids, limitT }: { label: string; ids: readonly string[]; limitT: number | null }) {
  const t = useText('waste')
  const format = useFormat()
  const { total, state } = liveTotal(useLiveReadings(ids))
  const note = limitT === null ? null : t('figures.limit', { value: format.number(limitT, 1) })
  return <FigureCell label={label} value={total.value} unit="t" decimals={2} state={state} note={note} />
}

/** Diversion of the month by the transfer station's registers, against the park's goal and last month's same days. */
function DiversionCell({ index, masses }: { index: ParkIndex; masses: DayMasses }) {
  const t = useText('waste')
  const format = useFormat()
  const { collectedT, divertedT, monthAt } = masses
  const share = (from: number, to: number): number | null => {
    const collected = valueOrNull(sumOfDays(collectedT.slice(from, to)))
    return valueOrNull(diversionPercent(valueOrNull(sumOfDays(divertedT.slice(from, to))), collected))
  }
  const before = share(0, Math.min(monthAt, collectedT.length - monthAt))
  const goal = index.park.targets.find(({ key }) => key === 'diversion')?.value ?? null
  const parts = [
    ...(goal === null ? [] : [t('figures.goal', { value: format.number(goal) })]),
    ...(before === null ? [] : [t('figures.lastMonth', { value: format.number(before, 1) })]),
  ]
  return (
    <FigureCell
      label={t('figures.diversion')}
      value={share(monthAt, collectedT.length)}
      unit="%"
      decimals={1}
      note={parts.join(' · ')}
    />
  )
}

function CollectedCell({ masses }: { masses: DayMasses }) {
  const t = useText('waste')
  const format = useFormat()
  const yesterday = masses.collectedT.at(-2) ?? null
  const note =
    yesterday === null ? t('figures.noYesterday') : t('figures.yesterday', { value: format.number(yesterday, 1) })
  const today = masses.collectedT.at(-1) ?? null
  return <FigureCell label={t('figures.collected')} value={today} unit="t" decimals={1} note={note} />
}

/** The figures of the page: what is in store, what was moved, and what needs a vehicle. */
export function FiguresStrip({ index, assets, rows, rounds, masses, nowMs }: FiguresStripProps) {
  const t = useText('waste')
  const format = useFormat()
  const instantText = useInstantText(nowMs)
  const holderOf = useHolderName(index)
  const limit = index.park.targets.find(({ key }) => key === 'hazardous-store')?.value ?? null
  const known = rows.filter(({ percent }) => percent !== null)
  const nearlyFull = known.filter(({ percent }) => (percent ?? 0) >= NEARLY_FULL_PERCENT).length
  const next = rows.find(({ due }) => due.byMs !== null)
  const urgent = rows.filter((row) => isUrgent(row, nowMs)).length
  const judged = rows.filter(({ due }) => due.state !== 'unknown').length
  const running = rounds.today?.filter(({ endMs }) => endMs === null).length ?? 0
  const enoughKnown = known.length > 0 && known.length >= rows.length * 0.8
  return (
    <div className={styles.figures}>
      <StoreCell label={t('figures.hazardous')} ids={assets.hazardousStore} limitT={limit} />
      <StoreCell label={t('figures.station')} ids={assets.stationStore} limitT={null} />
      <DiversionCell index={index} masses={masses} />
      <CollectedCell masses={masses} />
      <FigureCell
        label={t('figures.nearlyFull', { percent: NEARLY_FULL_PERCENT })}
        value={enoughKnown ? nearlyFull : null}
        unit="1"
        decimals={0}
        note={t('figures.reporting', { known: format.number(known.length), all: format.number(rows.length) })}
      />
      <FigureCell
        label={t('figures.nextFull')}
        value={null}
        unit="1"
        decimals={0}
        text={next?.due.byMs == null ? undefined : instantText(next.due.byMs)}
        note={next ? `${next.container.asset.code} · ${holderOf(next.container.asset)}` : t('figures.noForecast')}
      />
      <FigureCell
        label={t('figures.urgent')}
        value={judged > 0 ? urgent : null}
        unit="1"
        decimals={0}
        note={t('figures.judged', { known: format.number(judged), all: format.number(rows.length) })}
      />
      <FigureCell
        label={t('figures.trips')}
        value={rounds.today?.length ?? null}
        unit="1"
        decimals={0}
        note={t('figures.running', { count: running })}
      />
    </div>
  )
}
