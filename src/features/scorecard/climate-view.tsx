import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { aggregateQueries } from '../../api/aggregate-queries.ts'
import { referenceQueries } from '../../api/reference-queries.ts'
import { TableExports } from '../../charts/table-exports.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import { climateOf, type Climate } from '../../domain/ghg/climate.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { yearPlan } from '../../domain/scorecard/year-aggregates.ts'
import { type Outcome, ratioOf } from '../../domain/statistics/outcome.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { factValue } from '../../i18n/fact-value.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useServerNow } from '../../live/hooks.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { PathTable } from './path-table.tsx'
import type { Scorecard } from '../../live/use-scorecard.ts'
import styles from './climate.module.css'

const YEAR_DAYS = 365
const valueOf = (outcome: Outcome<number>): number | null => (outcome.ok ? outcome.value : null)

function Line({ name, note, value, unit, decimals = 0 }: LineProps) {
  return (
    <tr className={styles.row}>
      <th scope="row">
        {name}
        {note === undefined ? null : <span className={styles.soft}> {note}</span>}
      </th>
      <td className={styles.number}>
        <Figure value={value} unit={unit} decimals={decimals} />
      </td>
    </tr>
  )
}

interface LineProps {
  name: string
  note?: string
  value: number | null
  unit: string
  decimals?: number
}

/** Scopes 1 and 2 with the factor behind each figure, its year and how sure it is. */
function InventoryTable({ climate, index }: { climate: Climate; index: ParkIndex }) {
  const t = useText('scorecard')
  const words = useText('words')
  const option = useOptionalText('registers')
  const format = useFormat()
  const fuels = useQuery(referenceQueries.fuelFactors())
  const { inventory, gridKwh } = climate
  const { scopeOne: one, scopeTwo: two } = inventory
  const byFuel = new Map<string, { massT: number; tCO2: number }>()
  for (const { row, tCO2 } of one.ok ? one.value.fuels : []) {
    const before = byFuel.get(row.fuel) ?? { massT: 0, tCO2: 0 }
    byFuel.set(row.fuel, { massT: before.massT + row.massT, tCO2: before.tCO2 + (tCO2 ?? 0) })
  }
  const factorText = (fuel: string): string => {
    const factor = fuels.data?.factors.find((known) => known.fuel === fuel)
    if (factor === undefined) return ''
    return t('climate.fuelFactor', {
      heat: format.number(factor.tjPerKt, 1),
      factor: format.number(factor.tCO2PerTj, 1),
      year: String(factor.source.year ?? ''),
      confidence: words(`confidence.${factor.source.confidence}`),
    })
  }
  return (
    <table className={styles.table} aria-label={t('climate.inventory')}>
      <tbody>
        {[...byFuel].map(([fuel, { massT, tCO2 }]) => (
          <Line
            key={fuel}
            name={option(`option.${fuel}`, fuel)}
            note={`${format.quantity(massT, 't', 0)} · ${factorText(fuel)}`}
            value={tCO2}
            unit="t{CO2e}"
          />
        ))}
        <Line name={t('climate.scope1')} value={one.ok ? one.value.tCO2 : null} unit="t{CO2e}" />
        <Line
          name={t('climate.scope2')}
          note={
            two.ok
              ? t('climate.gridFactor', {
                  energy: gridKwh === null ? '–' : format.quantity(gridKwh / 1000, 'MW.h', 0),
                  factor: format.quantity(two.value.tCO2PerMWh, 't{CO2}/MW.h', 4),
                  year: String(two.value.factorYear),
                })
              : t('result.not-enough')
          }
          value={two.ok ? two.value.tCO2 : null}
          unit="t{CO2e}"
        />
        <Line name={t('climate.total')} value={valueOf(inventory.total)} unit="t{CO2e}" />
        <Line
          name={t('climate.perHectare')}
          note={format.quantity(index.park.areaHa, 'har', 1)}
          value={valueOf(inventory.perHectare)}
          unit="t{CO2e}/har"
          decimals={1}
        />
        <Line name={t('climate.energyPerHectare')} value={valueOf(climate.energyPerHa)} unit="kW.h/har" />
        <Line name={t('climate.waterPerHectare')} value={valueOf(climate.waterPerHaDay)} unit="m3/har/d" decimals={1} />
      </tbody>
    </table>
  )
}

function mwh(kwh: number | null): number | null {
  return kwh === null ? null : kwh / 1000
}

/** Saving in the terms of ISO 50001: baseline, indicator, variable and what is left when both are compared. */
function SavingTable({ climate }: { climate: Climate }) {
  const t = useText('scorecard')
  const { saving, baseline, reporting, verifiedKwh } = climate
  return (
    <table className={styles.table} aria-label={t('climate.saving')}>
      <tbody>
        <Line name={t('climate.enb')} note={t('climate.enbNote')} value={mwh(baseline.energyKwh)} unit="MW.h" />
        <Line
          name={t('climate.variable')}
          note={t('climate.before')}
          value={baseline.leasedHa}
          unit="har"
          decimals={1}
        />
        <Line name={t('climate.variable')} note={t('climate.now')} value={reporting.leasedHa} unit="har" decimals={1} />
        <Line
          name={t('climate.enpi')}
          note={t('climate.before')}
          value={valueOf(ratioOf(baseline.energyKwh, baseline.leasedHa))}
          unit="kW.h/har"
        />
        <Line
          name={t('climate.enpi')}
          note={t('climate.now')}
          value={saving.ok ? saving.value.indicator : null}
          unit="kW.h/har"
        />
        <Line name={t('climate.adjusted')} value={mwh(saving.ok ? saving.value.adjustedBaseline : null)} unit="MW.h" />
        <Line name={t('climate.used')} value={mwh(reporting.energyKwh)} unit="MW.h" />
        <Line name={t('climate.savingAmount')} value={mwh(saving.ok ? saving.value.saving : null)} unit="MW.h" />
        <Line
          name={t('climate.savingShare')}
          value={saving.ok ? saving.value.savingPercent : null}
          unit="%"
          decimals={1}
        />
        <Line name={t('climate.verified')} note={t('climate.verifiedNote')} value={verifiedKwh} unit="kW.h/a" />
      </tbody>
    </table>
  )
}

function GriTable({ climate, index }: { climate: Climate; index: ParkIndex }) {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const locale = useLocale()
  const toMs = useServerNow(3_600_000)
  const label = (key: string): string => named(`gri.${key}`, key)
  const title = t('climate.gri')
  const exportMeta = useExportMeta({
    title: `${index.park.name[locale]} · ${title}`,
    unit: '',
    fromMs: addDaysMs(toMs, -YEAR_DAYS, index.park.timeZone),
    toMs,
    source: t('climate.griMeta'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <section aria-label={title}>
      <PanelHeader
        title={title}
        meta={t('climate.griMeta')}
        aside={
          <TableExports
            meta={exportMeta}
            fileName={`${index.park.id}-gri`}
            table={{
              columns: [
                { label: t('climate.code'), kind: 'text' },
                { label: t('climate.disclosure'), kind: 'text' },
                { label: t('column.value'), kind: 'number', decimals: 2 },
                { label: t('export.unit'), kind: 'text' },
              ],
              rows: climate.gri.map(({ code, key, value, unit }) => [
                `GRI ${code}`,
                label(key),
                value,
                unitWords(unit, locale),
              ]),
            }}
          />
        }
      />
      <table className={styles.table} aria-label={title}>
        <tbody>
          {climate.gri.map(({ code, key, value, unit }) => (
            <tr key={code} className={styles.row}>
              <td className={styles.code}>{code}</td>
              <th scope="row">{label(key)}</th>
              <td className={styles.number}>
                <Figure value={value} unit={unit} decimals={value !== null && Math.abs(value) < 100 ? 1 : 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Greenhouse gases, intensities, the roadmap's path and the saving against the baseline, with GRI codes to export. */
export function ClimateView({ index, scorecard }: { index: ParkIndex; scorecard: Scorecard }) {
  const t = useText('scorecard')
  const errorText = useErrorText()
  const rowText = useRowText()
  const locale = useLocale()
  const { park } = index
  const { input, history } = scorecard
  const todayMs = dayStartMs(Date.parse(`${input.today}T12:00:00Z`), park.timeZone)
  const plan = useMemo(() => yearPlan(index.assets, index.points), [index])
  const fuels = useQuery(referenceQueries.fuelFactors())
  const before = useQuery(aggregateQueries.year(park.id, plan, addDaysMs(todayMs, -YEAR_DAYS, park.timeZone)))
  const climate = useMemo(
    () =>
      fuels.data === undefined || before.isPending
        ? null
        : climateOf({
            registers: input.registers,
            aggregates: input.aggregates,
            baseline: before.data ?? null,
            gridFactors: input.gridFactors,
            fuelFactors: fuels.data,
            history,
            areaHa: park.areaHa,
            today: input.today,
          }),
    [fuels.data, before.isPending, before.data, input, history, park.areaHa],
  )
  const thisYear = Number(input.today.slice(0, 4))
  const programme = park.facts.find(({ key }) => key === 'green-programme')
  const target = input.registers.targets.find(({ key }) => key === 'renewable-share')
  const basis = target === undefined ? null : rowText(target, 'basis')
  if (climate === null) {
    return (
      <div className={styles.padded}>
        {fuels.isError ? (
          <PanelState kind="error" detail={errorText(fuels.error)} onRetry={() => void fuels.refetch()} />
        ) : (
          <PanelState kind="loading" lines={6} />
        )}
      </div>
    )
  }
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <section aria-label={t('climate.inventory')}>
          <PanelHeader title={t('climate.inventory')} meta={t('climate.inventoryMeta')} />
          <InventoryTable climate={climate} index={index} />
        </section>
        <GriTable climate={climate} index={index} />
      </div>
      <div className={styles.column}>
        <section aria-label={t('climate.path')}>
          <PanelHeader title={t('climate.path')} meta={basis ?? undefined} />
          {programme === undefined ? null : <p className={styles.soft}>{factValue(programme.value, locale)}</p>}
          <PathTable title={t('climate.path')} path={climate.renewablePath} unit="%" year={thisYear} />
        </section>
        <section aria-label={t('climate.saving')}>
          <PanelHeader title={t('climate.saving')} meta={t('climate.savingMeta')} />
          <SavingTable climate={climate} />
        </section>
        <section aria-label={t('climate.savingPath')}>
          <PanelHeader title={t('climate.savingPath')} />
          <PathTable title={t('climate.savingPath')} path={climate.savingPath} unit="kW.h/a" year={thisYear} />
        </section>
      </div>
    </div>
  )
}
