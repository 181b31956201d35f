import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { Position } from '../../contract/geojson.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { placeOf } from '../../domain/network/place-of.ts'
import { followRound, type Fix } from '../../domain/waste/collection-rounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import type { Rounds } from './use-rounds.ts'
import type { VehicleAsset, WasteAssets } from './waste-assets.ts'
import tables from './container-table.module.css'
import styles from './waste.module.css'

const NO_FIXES: readonly Fix[] = []

interface RowProps {
  index: ParkIndex
  vehicle: VehicleAsset
  rounds: Rounds
  fixes: readonly Fix[]
}

function VehicleRow({ index, vehicle, rounds, fixes }: RowProps) {
  const t = useText('waste')
  const words = useText('words')
  const format = useFormat()
  const { select } = useViewActions()
  const plots = useQuery(geometryQueries.collection(index.park.id, 'plots')).data
  const roads = useQuery(geometryQueries.collection(index.park.id, 'roads')).data
  const lng = useLiveReading(vehicle.longitude)
  const lat = useLiveReading(vehicle.latitude)
  const speed = useLiveReading(vehicle.speed)
  const payload = useLiveReading(vehicle.payload)
  const { asset } = vehicle
  const round = rounds.byVehicle.get(asset.id)
  const east = lng?.value ?? Number.NaN
  const north = lat?.value ?? Number.NaN
  const fixedMs = lng?.sourceTimeMs ?? 0
  const here = useMemo<Position | null>(
    () => (Number.isFinite(east) && Number.isFinite(north) ? [east, north] : null),
    [east, north],
  )
  const on = useMemo(
    () => (round ? followRound(round, [...fixes, { timeMs: fixedMs, position: here }]) : null),
    [round, fixes, here, fixedMs],
  )
  const place = here && plots ? placeOf(here, plots) : null
  const road = place && roads?.find(({ properties }) => properties.roadId === place.roadId)?.properties.name
  const plotCode = (id: string | null | undefined): string =>
    plots?.find((plot) => plot.id === id)?.properties.code ?? t('vehicles.site')
  const where = !here
    ? t('vehicles.unknown')
    : on?.inYard
      ? t('vehicles.yard')
      : place
        ? t('vehicles.by', { road: road ?? '', plot: place.plotCode })
        : t('vehicles.road')
  const next = rounds.times.get(asset.id)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={tables.code} onClick={() => select({ type: 'asset', id: asset.id })}>
          {asset.code}
        </button>
      </th>
      <td>{asset.wasteStream ? words(`waste.${asset.wasteStream}`) : null}</td>
      <td className={styles.where} title={where}>
        {where}
      </td>
      <td className={tables.number}>
        <Figure value={speed?.value ?? null} unit="km/h" decimals={0} state={speed ?? undefined} />
      </td>
      <td className={tables.number}>
        <Figure value={payload?.value ?? null} unit="t" decimals={2} state={payload ?? undefined} />
      </td>
      <td className={tables.quiet}>
        {on?.nextStop
          ? t('vehicles.next', { plot: plotCode(on.nextStop.plotId), left: format.number(on.stopsLeft) })
          : on && !on.inYard
            ? t('vehicles.home')
            : next
              ? t('vehicles.starts', { time: format.timeShort(next.nextStartMs) })
              : '–'}
      </td>
    </tr>
  )
}

/** Collection vehicles: where they are in words, what they carry and where they stop next. */
export function VehiclesPanel({ index, assets, rounds }: { index: ParkIndex; assets: WasteAssets; rounds: Rounds }) {
  const t = useText('waste')
  return (
    <section className={styles.panel} aria-label={t('vehicles.title')}>
      <PanelHeader title={t('vehicles.title')} meta={t('vehicles.meta')} />
      {assets.vehicles.length === 0 ? (
        <PanelState kind="empty" text={t('vehicles.none')} />
      ) : (
        <div className={styles.scroll}>
          <table className={tables.table} aria-label={t('vehicles.title')}>
            <thead>
              <tr>
                <th scope="col">{t('vehicles.vehicle')}</th>
                <th scope="col">{t('table.stream')}</th>
                <th scope="col">{t('vehicles.where')}</th>
                <th scope="col" className={tables.number}>
                  {t('vehicles.speed')}
                </th>
                <th scope="col" className={tables.number}>
                  {t('vehicles.payload')}
                </th>
                <th scope="col">{t('vehicles.nextStop')}</th>
              </tr>
            </thead>
            <tbody>
              {assets.vehicles.map((vehicle) => (
                <VehicleRow
                  key={vehicle.asset.id}
                  index={index}
                  vehicle={vehicle}
                  rounds={rounds}
                  fixes={rounds.fixes.get(vehicle.asset.id) ?? NO_FIXES}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
