import { useMemo } from 'react'
import type { TableData } from '../../charts/table-data.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { demandOf, isAsked, rankOffers, type RankedOffer } from '../../domain/plots/carry.ts'
import { mostTogether } from '../../domain/plots/shared.ts'
import { SERVICES } from '../../domain/plots/headroom.ts'
import { mapOutcome, valueOrNull } from '../../domain/statistics/outcome.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { foldText, matchesFolded } from '../../i18n/fold.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { sortRows } from '../../lib/sort-rows.ts'
import type { OffersView } from '../../live/use-offers.ts'
import { useView } from '../../session/view.ts'
import { ListGrid, type ListColumn } from '../../ui/list-grid.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAskCell } from './ask-cell.tsx'
import { CarryForm } from './carry-form.tsx'
import { ListExports } from './list-exports.tsx'
import { HEADROOM_UNIT, headroomMw, Verdict } from './offer-parts.tsx'
import styles from './tenants.module.css'

/** Plots that fit side by side on a screen and on a page. */
const MOST_COMPARED = 4

function useColumns(asked: boolean): readonly ListColumn<RankedOffer>[] {
  const t = useText('tenants')
  const kpi = useText('kpi')
  const nameOf = useAssetName()
  const locale = useLocale()
  const cell = useAskCell()
  const { view, patch } = useView()
  const { compare } = view.tenants
  return useMemo<readonly ListColumn<RankedOffer>[]>(
    () => [
      {
        id: 'compare',
        label: t('column.compare'),
        rem: 3.5,
        cell: ({ offer }) => {
          const isIn = compare.includes(offer.plot.id)
          return (
            <input
              type="checkbox"
              className={styles.tick}
              checked={isIn}
              disabled={!isIn && compare.length >= MOST_COMPARED}
              aria-label={t('compare.add', { plot: offer.plot.properties.code })}
              onClick={(event) => event.stopPropagation()}
              onChange={() => {
                const next = isIn ? compare.filter((id) => id !== offer.plot.id) : [...compare, offer.plot.id]
                patch({ selection: null, tenants: { ...view.tenants, compare: next } })
              }}
            />
          )
        },
      },
      {
        id: 'code',
        label: t('column.plot'),
        rem: 4,
        sortOf: ({ offer }) => offer.plot.properties.code,
        cell: ({ offer }) => <b>{offer.plot.properties.code}</b>,
      },
      {
        id: 'area',
        label: t('column.area'),
        unit: 'ha',
        rem: 4,
        isNumber: true,
        sortOf: ({ offer }) => offer.plot.properties.areaHa,
        cell: ({ offer }) => cell.number(offer.plot.properties.areaHa, 2),
      },
      ...SERVICES.map<ListColumn<RankedOffer>>((service) => ({
        id: service,
        label: t(`headroom.${service}`),
        unit: unitWords(HEADROOM_UNIT[service], locale),
        rem: 5.75,
        isNumber: true,
        sortOf: ({ offer }) => valueOrNull(mapOutcome(offer.headroom.services[service], ({ headroom }) => headroom)),
        cell: ({ offer }) => {
          const one = offer.headroom.services[service]
          return cell.outcome(
            mapOutcome(one, ({ headroom }) => headroomMw(service, headroom)),
            service === 'power' ? 2 : 0,
          )
        },
      })),
      {
        id: 'worst',
        label: t('column.worst'),
        unit: '%',
        rem: 4.25,
        isNumber: true,
        sortOf: ({ offer }) => (offer.headroom.worst.ok ? offer.headroom.worst.value.sharePercent : null),
        cell: ({ offer }) => {
          const { worst } = offer.headroom
          if (!worst.ok) return cell.outcome(worst, 0)
          const { service, sharePercent } = worst.value
          return (
            <span>
              <span className={styles.quiet}>{kpi(`stream.short.${service === 'power' ? 'energy' : service}`)} </span>
              {cell.number(sharePercent, 0)}
            </span>
          )
        },
      },
      {
        id: 'where',
        label: t('column.binds'),
        rem: 12.5,
        drop: 2,
        cell: ({ offer }) => {
          const { worst, services } = offer.headroom
          const bound = worst.ok ? services[worst.value.service] : null
          const stage = bound?.ok
            ? SERVICES.flatMap((service) => offer.stages[service]).find(
                ({ assetId }) => assetId === bound.value.assetId,
              )
            : undefined
          return stage ? <span title={nameOf(stage.asset)}>{nameOf(stage.asset)}</span> : t('notKnown')
        },
      },
      {
        id: 'answer',
        label: asked ? t('column.answer') : t('column.price'),
        rem: 7.25,
        grow: true,
        cell: (ranked) =>
          asked ? <Verdict answer={ranked.answer} /> : <span className={styles.quiet}>{t('priceUnknown')}</span>,
      },
    ],
    [t, kpi, nameOf, locale, cell, compare, asked, patch, view.tenants],
  )
}

function useFreeTable(rows: readonly RankedOffer[], asked: boolean): TableData {
  const t = useText('tenants')
  return {
    columns: [
      { label: t('column.plot'), kind: 'text' },
      { label: t('column.area'), unit: 'ha', kind: 'number', decimals: 2 },
      ...SERVICES.map((service) => ({
        label: t(`headroom.${service}`),
        unit: unitSymbol(HEADROOM_UNIT[service]),
        kind: 'number' as const,
        decimals: service === 'power' ? 2 : 0,
      })),
      { label: t('column.worst'), unit: '%', kind: 'number', decimals: 1 },
      { label: t('column.answer'), kind: 'text' },
    ],
    rows: rows.map(({ offer: { plot, headroom }, answer }) => [
      plot.properties.code,
      plot.properties.areaHa,
      ...SERVICES.map((service) =>
        valueOrNull(mapOutcome(headroom.services[service], ({ headroom: left }) => headroomMw(service, left))),
      ),
      headroom.worst.ok ? headroom.worst.value.sharePercent : null,
      asked ? t(`answer.${answer.canCarry === null ? 'unknown' : answer.canCarry ? 'yes' : 'no'}`) : null,
    ]),
  }
}

/** Vacant plots with what is left for them, and which of them can carry what an investor asks for. */
export function FreePanel({ index, view: offers }: { index: ParkIndex; view: OffersView }) {
  const t = useText('tenants')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, patch, select } = useView()
  const { find, sort } = view.tenants
  const demand = demandOf(view.tenants)
  const asked = isAsked(demand)
  const columns = useColumns(asked)
  const ranked = rankOffers(offers.offers, demand)
  const found = ranked.filter(({ offer }) => matchesFolded(foldText(offer.plot.properties.code), foldText(find)))
  const column = columns.find(({ id }) => id === sort?.replace(/^-/, ''))
  const rows = column?.sortOf ? sortRows(found, column.sortOf, sort?.startsWith('-') ?? false, format.compare) : found
  const table = useFreeTable(rows, asked)
  const able = ranked.filter(({ answer }) => answer.canCarry === true).map(({ offer }) => offer)
  const together = mostTogether(able, demand)
  return (
    <>
      <CarryForm
        answer={
          !asked || offers.offers.length === 0
            ? ''
            : together < able.length
              ? t('carry.foundShared', { count: able.length, all: ranked.length, together })
              : t('carry.found', { count: able.length, all: ranked.length })
        }
        tools={
          <ListExports
            index={index}
            title={t('tab.free')}
            table={table}
            fileName={`${index.park.id}-free-plots`}
            fromMs={offers.fromMs}
          />
        }
      />
      {offers.error ? (
        <div className={styles.note}>
          <PanelState kind="error" detail={errorText(offers.error)} onRetry={offers.retry} />
        </div>
      ) : offers.isLoading ? (
        <div className={styles.note}>
          <PanelState kind="loading" lines={6} />
        </div>
      ) : rows.length === 0 ? (
        <div className={styles.note}>
          <PanelState kind="empty" text={t('free.none')} />
        </div>
      ) : (
        <div className={styles.rows}>
          <ListGrid
            label={t('tab.free')}
            columns={columns}
            rows={rows}
            keyOf={({ offer }) => offer.plot.id}
            selected={view.selection?.type === 'plot' ? view.selection.id : null}
            onOpen={({ offer }) => select({ type: 'plot', id: offer.plot.id })}
            sort={sort}
            onSort={(next) => patch({ tenants: { ...view.tenants, sort: next } }, 'small')}
          />
        </div>
      )}
    </>
  )
}
