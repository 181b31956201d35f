import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { energyPoints, knownIds } from '../../domain/energy/energy-points.ts'
import { sumOfSeries } from '../../domain/energy/register-history.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { roofPotentials, SOLAR_ASSUMPTIONS, solarChange, yieldPerKwp } from '../../domain/scenario/solar-roofs.ts'
import { energyOfPower, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './impact.module.css'

const HALF_HOUR_MS = 1_800_000
const HOUR_MS = 3_600_000

/** Yesterday with solar on every suitable roof. */
function useSolar(index: ParkIndex) {
  const { park } = index
  const buildings = useQuery(geometryQueries.collection(park.id, 'buildings'))
  const toMs = dayStartMs(useServerNow(HOUR_MS), park.timeZone)
  const fromMs = addDaysMs(toMs, -1, park.timeZone)
  const points = useMemo(() => energyPoints(index), [index])
  const suns = useMemo(() => index.points.flatMap(({ id, kind }) => (kind === 'irradiance' ? [id] : [])), [index])
  const asked = useMemo(
    () => [
      ...knownIds([...points.incomers, ...points.consumers, ...points.solar].map(({ powerId }) => powerId)),
      ...suns,
    ],
    [points, suns],
  )
  const history = useHistory(park.id, { points: asked, fromMs, toMs, stepMs: HALF_HOUR_MS })
  const potentials = useMemo(() => (buildings.data ? roofPotentials(buildings.data) : null), [buildings.data])
  const change = useMemo(() => {
    if (!history.history || potentials === null) return null
    const seriesOf = (id: string | null): IntervalSeries => ({
      fromMs,
      stepMs: HALF_HOUR_MS,
      values: (id === null ? undefined : history.byId.get(id)?.mean) ?? Array.from<null>({ length: 48 }).fill(null),
    })
    const sun = suns.map(seriesOf).find(({ values }) => values.some((value) => value !== null)) ?? seriesOf(null)
    const plantOf = new Map(points.solar.map((plant) => [plant.asset.parentId, plant]))
    const consumers = points.consumers.map(({ asset, powerId }) => {
      const plant = asset.parentId === null ? undefined : plantOf.get(asset.parentId)
      return {
        net: energyOfPower(seriesOf(powerId)),
        generated: plant ? energyOfPower(seriesOf(plant.powerId)) : null,
        addedKwp: potentials.get(asset.plotId ?? asset.siteId ?? '')?.kwp ?? 0,
      }
    })
    const grid = sumOfSeries(points.incomers.map(({ powerId }) => energyOfPower(seriesOf(powerId))))
    return solarChange(consumers, yieldPerKwp(sun), grid)
  }, [history.history, history.byId, potentials, points, suns, fromMs])
  const totals = useMemo(() => {
    let roofs = 0
    let areaM2 = 0
    for (const one of potentials?.values() ?? []) {
      roofs += one.roofs
      areaM2 += one.areaM2
    }
    return { roofs, areaM2 }
  }, [potentials])
  return { change, totals, fromMs, error: buildings.error ?? history.error, retry: history.retry }
}

export function SolarPanel({ index }: { index: ParkIndex }) {
  const t = useText('impact')
  const format = useFormat()
  const errorText = useErrorText()
  const { change, totals, fromMs, error, retry } = useSolar(index)
  if (error) return <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
  if (change === null) return <PanelState kind="loading" lines={6} />
  if (!change.ok) return <PanelState kind="empty" text={t('solar.notEnough')} />
  const { before, after, addedKwp, addedKwh, leavesParkKwh, coverage } = change.value
  const mwh = (kwh: number): string => format.quantity(kwh / 1000, 'MW.h', 1)
  const percent = (value: Outcome<number>): string => (value.ok ? `${format.number(value.value, 1)} %` : '–')
  const lines = [
    { id: 'generated', before: mwh(before.generatedKwh), after: mwh(after.generatedKwh) },
    { id: 'renewable', before: percent(before.renewablePercent), after: percent(after.renewablePercent) },
    { id: 'self', before: percent(before.selfConsumptionPercent), after: percent(after.selfConsumptionPercent) },
    { id: 'export', before: mwh(before.fedBackKwh), after: mwh(after.fedBackKwh) },
  ] as const
  return (
    <section className={styles.section} aria-label={t('whatIf.solar')}>
      <PanelHeader
        title={t('whatIf.solar')}
        meta={format.dateLong(fromMs)}
        aside={t('solar.coverage', { percent: format.percent(coverage.contributing / coverage.expected) })}
      />
      <p className={styles.sentence}>
        {t('solar.roofs', {
          count: totals.roofs,
          area: format.quantity(totals.areaM2 / 10_000, 'ha', 1),
          power: format.quantity(addedKwp / 1000, 'MW', 1),
          energy: mwh(addedKwh),
        })}
      </p>
      <table className={styles.table} aria-label={t('whatIf.solar')}>
        <thead>
          <tr>
            <th scope="col">{t('solar.day')}</th>
            <th scope="col" className={styles.number}>
              {t('solar.before')}
            </th>
            <th scope="col" className={styles.number}>
              {t('solar.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, before: was, after: is }) => (
            <tr key={id} data-line={id}>
              <th scope="row">{t(`solar.${id}`)}</th>
              <td className={styles.number}>{was}</td>
              <td className={styles.number}>
                <b>{is}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.sentence}>
        {leavesParkKwh.ok ? t('solar.leaves', { energy: mwh(leavesParkKwh.value) }) : t('solar.leavesUnknown')}
      </p>
      <p className={styles.soft}>
        {t('solar.assumptions', {
          flat: format.percent(SOLAR_ASSUMPTIONS.usableShare.flat),
          saw: format.percent(SOLAR_ASSUMPTIONS.usableShare.saw),
          density: format.number(SOLAR_ASSUMPTIONS.kwpPerM2, 2),
          ratio: format.number(SOLAR_ASSUMPTIONS.performanceRatio, 2),
          least: format.quantity(SOLAR_ASSUMPTIONS.leastRoofM2, 'm2', 0),
        })}
      </p>
    </section>
  )
}
