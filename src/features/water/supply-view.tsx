import { useMemo } from 'react'
import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { pointOf, pointsOf } from '../../domain/water/plant-units.ts'
import { hoursOfStorage, storedVolume, tankVolume } from '../../domain/water/storage.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings } from '../../live/hooks.ts'
import { isContributing } from '../../domain/quality/total.ts'
import { meteredTenants } from '../../domain/water/unmetered.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { BalancePanel } from './balance-panel.tsx'
import { throughput } from './flow-terms.ts'
import { NotEnoughNote } from './not-enough.tsx'
import styles from './supply.module.css'
import { useSupplyDay, type SupplyDay } from './use-supply-day.ts'
import { ValueRow } from './value-row.tsx'

const SOURCE_POINTS = ['flow', 'turbidity', 'residual-chlorine', 'ph', 'active-power'] as const

/** Sources: what they give now, their quality, and the energy behind it. */
function Sources({ index, day }: { index: ParkIndex; day: SupplyDay }) {
  const t = useText('water')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  const sources = index.assets.filter(({ kind }) => kind === 'water-plant')
  return (
    <section className={styles.panel} aria-label={t('sources')}>
      <PanelHeader
        title={t('sources')}
        meta={t('sources.meta', {
          value: day.kwhPerM3.ok ? `${format.number(day.kwhPerM3.value, 2)} kWh/m³` : t('unknown'),
        })}
      />
      {sources.map((source) => {
        const capacity = source.facts.find(({ key }) => key === 'capacity')
        return (
          <div key={source.id} className={styles.source}>
            <h3>{nameOf(source)}</h3>
            <p className={styles.quiet}>
              {typeof capacity?.value === 'number'
                ? t('sources.capacity', {
                    value: format.quantity(capacity.value, capacity.unit ?? 'm3/d'),
                    confidence: words(`confidence.${capacity.source.confidence}`),
                  })
                : t('reason.no-rating')}
            </p>
            <dl className={styles.rows}>
              {SOURCE_POINTS.map((kind) => (
                <ValueRow key={kind} label={words(`point.${kind}`)} point={pointOf(index, source.id, kind)} />
              ))}
            </dl>
          </div>
        )
      })}
    </section>
  )
}

function Tank({ index, tank }: { index: ParkIndex; tank: Asset }) {
  const t = useText('water')
  const format = useFormat()
  const nameOf = useAssetName()
  const point = pointOf(index, tank.id, 'level-percent')
  const [reading] = useLiveReadings(point ? [point.id] : [])
  const volume = tankVolume(tank)
  const level = reading && isContributing(reading) ? reading.value : null
  return (
    <tr>
      <th scope="row">{nameOf(tank)}</th>
      <td className={styles.number}>
        <Figure value={reading?.value ?? null} unit="%" decimals={1} state={reading ?? undefined} />
      </td>
      <td>{reading ? <FigureNote state={reading} /> : null}</td>
      <td>
        <Bullet value={level} target={null} max={100} label={t('tank.level', { name: nameOf(tank) })} />
      </td>
      <td className={styles.number}>
        {volume === null || level === null ? '–' : format.quantity((level / 100) * volume, 'm3')}
      </td>
      <td className={styles.number}>{volume === null ? '–' : format.quantity(volume, 'm3')}</td>
    </tr>
  )
}

/** Tanks with their level, and how long the stored water lasts at the present draw. */
function Tanks({ index }: { index: ParkIndex }) {
  const t = useText('water')
  const format = useFormat()
  const tanks = useMemo(() => index.assets.filter(({ kind }) => kind === 'water-tank'), [index])
  const levels = useMemo(() => pointsOf(index, tanks, 'level-percent').map(({ id }) => id), [index, tanks])
  const draws = useMemo(
    () =>
      index.assets
        .filter(
          ({ kind, parentId }) =>
            kind === 'district-meter' && index.assetById.get(parentId ?? '')?.kind === 'water-plant',
        )
        .flatMap(({ id }) => pointOf(index, id, 'flow')?.id ?? []),
    [index],
  )
  const readings = useLiveReadings(levels)
  const flows = useLiveReadings(draws)
  const stored = storedVolume(
    tanks.map((tank, k) => {
      const reading = readings[k] ?? null
      return { levelPercent: isContributing(reading) ? reading.value : null, volumeM3: tankVolume(tank) }
    }),
  )
  const known = flows.filter((reading) => isContributing(reading))
  const draw =
    known.length < flows.length || known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0)
  const hours = hoursOfStorage(stored, draw)
  return (
    <section className={styles.panel} aria-label={t('tanks')}>
      <PanelHeader
        title={t('tanks')}
        meta={stored.ok ? t('tanks.stored', { value: format.quantity(stored.value, 'm3') }) : t('unknown')}
        aside={
          hours.ok ? (
            <b>{t('tanks.hours', { value: format.number(hours.value, 1) })}</b>
          ) : (
            <NotEnoughNote outcome={hours} />
          )
        }
      />
      <table className={styles.table} aria-label={t('tanks')}>
        <thead>
          <tr>
            <th scope="col">{t('tank')}</th>
            <th scope="col" className={styles.number}>
              {t('value.level')}
            </th>
            <th scope="col">{t('tank.age')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('value.level')}</span>
            </th>
            <th scope="col" className={styles.number}>
              {t('tank.stored')}
            </th>
            <th scope="col" className={styles.number}>
              {t('tank.volume')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tanks.map((tank) => (
            <Tank key={tank.id} index={index} tank={tank} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Pumps: running or not, flow and power. */
function Pumps({ index }: { index: ParkIndex }) {
  const t = useText('water')
  const nameOf = useAssetName()
  const pumps = index.assets.filter(({ kind }) => kind === 'pump')
  return (
    <section className={styles.panel} aria-label={t('pumps')}>
      <PanelHeader title={t('pumps')} />
      <div className={styles.pumps}>
        {pumps.map((pump) => (
          <div key={pump.id} className={styles.source}>
            <h3>{nameOf(pump)}</h3>
            <dl className={styles.rows}>
              <ValueRow label={t('value.state')} point={pointOf(index, pump.id, 'run-state')} />
              <ValueRow label={t('value.flow')} point={pointOf(index, pump.id, 'flow')} />
              <ValueRow label={t('value.power')} point={pointOf(index, pump.id, 'active-power')} />
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Where the water comes from, how much stands in tanks, and both balances with their rest named. */
export function SupplyView({ index }: { index: ParkIndex }) {
  const t = useText('water')
  const errorText = useErrorText()
  const format = useFormat()
  const day = useSupplyDay(index)
  const largestM3 = Math.max(throughput(day.water), throughput(day.wastewater))
  const { running, unmetered, building } = useMemo(() => meteredTenants(index), [index])
  return (
    <div className={styles.view}>
      <Sources index={index} day={day} />
      <Tanks index={index} />
      <Pumps index={index} />
      {day.error ? (
        <PanelState kind="error" detail={errorText(day.error)} onRetry={day.retry} />
      ) : day.isLoading ? (
        <PanelState kind="loading" lines={5} />
      ) : (
        <>
          <BalancePanel
            index={index}
            balance={day.water}
            title={t('balance.water')}
            flowTitle={t('flow.water')}
            largestM3={largestM3}
            fromMs={day.fromMs}
            toMs={day.toMs}
            labels={{ supplied: t('balance.sources'), used: t('balance.tenants'), stored: t('balance.tanks') }}
          />
          <BalancePanel
            index={index}
            balance={day.wastewater}
            title={t('balance.wastewater')}
            flowTitle={t('flow.wastewater')}
            largestM3={largestM3}
            fromMs={day.fromMs}
            toMs={day.toMs}
            labels={{ supplied: t('balance.inflow'), used: t('balance.discharges'), stored: t('balance.tanks') }}
          />
        </>
      )}
      <p className={styles.wide}>
        {unmetered.length === 0
          ? t('unmetered.none', { all: format.number(running) })
          : t('unmetered', {
              metered: format.number(running - unmetered.length),
              all: format.number(running),
              names: unmetered
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', '),
            })}
        {building > 0 ? ` ${t('unmetered.building', { count: building })}` : null}
      </p>
    </div>
  )
}
