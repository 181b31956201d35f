import { Map as MapIcon, Printer } from 'lucide-react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { demandOf, isAsked, rankOffers } from '../../domain/plots/carry.ts'
import { SERVICES, type Service } from '../../domain/plots/headroom.ts'
import type { OfferStage, PlotOffer } from '../../domain/plots/offers.ts'
import { sharedBy } from '../../domain/plots/shared.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import { useAskCell } from './ask-cell.tsx'
import { HEADROOM_UNIT, headroomMw, Verdict } from './offer-parts.tsx'
import styles from './tenants.module.css'

const headroomOf = ({ rating, contracted, measuredPeak }: OfferStage): number | null =>
  rating === null || contracted === null || measuredPeak === null ? null : rating - Math.max(contracted, measuredPeak)

function StageRows({ offer, service }: { offer: PlotOffer; service: Service }) {
  const t = useText('tenants')
  const cell = useAskCell()
  const nameOf = useAssetName()
  const { select } = useViewActions()
  const outcome = offer.headroom.services[service]
  const bound = outcome.ok ? outcome.value.assetId : null
  const decimals = service === 'power' ? 2 : 0
  const inUnit = (value: number | null): number | null => (value === null ? null : headroomMw(service, value))
  return (
    <>
      {offer.stages[service].map((stage) => (
        <tr key={stage.assetId} className={stage.assetId === bound ? styles.bound : undefined}>
          <th scope="row">
            <button
              type="button"
              className={styles.linkButton}
              onClick={() => select({ type: 'asset', id: stage.assetId })}
            >
              {nameOf(stage.asset)}
            </button>
          </th>
          <td className={styles.quiet}>
            {stage.ratingFrom === null ? t('rating.unknown') : t(`rating.${stage.ratingFrom.basis}`)}
            {stage.ratingFrom?.isSimulated ? ` · ${t('simulatedShort')}` : ''}
          </td>
          <td className={styles.number}>{cell.number(inUnit(stage.rating), decimals)}</td>
          <td
            className={styles.number}
            title={
              (stage.commitment?.estimatedFor ?? 0) > 0
                ? t('reserved', { count: stage.commitment?.estimatedFor ?? 0 })
                : undefined
            }
          >
            {cell.number(inUnit(stage.contracted), decimals)}
            {(stage.commitment?.estimatedFor ?? 0) > 0 ? ' *' : ''}
          </td>
          <td className={styles.number}>{cell.number(inUnit(stage.measuredPeak), decimals)}</td>
          <td className={styles.number}>
            <b>{cell.number(inUnit(headroomOf(stage)), decimals)}</b>
          </td>
        </tr>
      ))}
    </>
  )
}

/** What is left at the tightest stage is there once for all free plots behind it, and that is said. */
function Shared({ offer, offers, service }: { offer: PlotOffer; offers: readonly PlotOffer[]; service: Service }) {
  const t = useText('tenants')
  const format = useFormat()
  const nameOf = useAssetName()
  const bound = offer.headroom.services[service]
  if (!bound.ok) return null
  const { assetId, headroom } = bound.value
  const others = sharedBy(offers, service, assetId) - 1
  const stage = offer.stages[service].find((one) => one.assetId === assetId)
  if (others < 1 || !stage || headroom <= 0) return null
  return (
    <p className={styles.hint}>
      {t('shared', {
        count: others,
        amount: format.quantity(headroomMw(service, headroom), HEADROOM_UNIT[service], service === 'power' ? 2 : 0),
        where: nameOf(stage.asset),
      })}
    </p>
  )
}

/** What an investor is shown of one free plot. Price and rent are printed only where they are known. */
export function OfferCard({
  index,
  offer,
  offers,
}: {
  index: ParkIndex
  offer: PlotOffer
  /** All free plots: they share what is left. */
  offers: readonly PlotOffer[]
}) {
  const t = useText('tenants')
  const words = useText('words')
  const format = useFormat()
  const locale = useLocale()
  const { view, select, open } = useView()
  const { plot, connections } = offer
  const { code, zone, areaHa, roadId } = plot.properties
  const demand = demandOf(view.tenants)
  const asked = isAsked(demand)
  const [ranked] = rankOffers([offer], demand)
  const rent = index.park.facts.find(({ key }) => key === 'asking-rent')
  const hasEstimates = SERVICES.some((service) =>
    offer.stages[service].some(({ commitment }) => (commitment?.estimatedFor ?? 0) > 0),
  )
  return (
    <div className={styles.panel} data-selected={plot.id}>
      <header className={styles.title}>
        <div className={styles.titles}>
          <h2 className={styles.heading}>{t('plotTitle', { code })}</h2>
          <p className={styles.quiet}>
            {words('plotStatus.vacant')} · {index.park.name[locale]} · {t('zoneName', { zone })}
          </p>
        </div>
        <span className={styles.tools} data-screen-only="">
          <Button onClick={() => open('overview', { selection: { type: 'plot', id: plot.id }, plotTheme: 'headroom' })}>
            <MapIcon size="1rem" aria-hidden="true" />
            {t('onMap')}
          </Button>
          <Button look="quiet" iconOnly aria-label={t('print')} title={t('print')} onClick={() => window.print()}>
            <Printer size="1rem" aria-hidden="true" />
          </Button>
          <CloseButton label={t('close')} escapes onClose={() => select(null)} />
        </span>
      </header>
      {asked && ranked ? (
        <p className={styles.sentence}>
          <Verdict answer={ranked.answer} />
        </p>
      ) : null}
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{t('column.area')}</dt>
          <dd>{format.quantity(areaHa, 'ha', 2)}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('price')}</dt>
          <dd>
            <span className={styles.quiet}>{t('priceUnknown')}</span>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('rent')}</dt>
          <dd>
            {rent && typeof rent.value === 'number' && rent.unit !== null ? (
              <>
                {format.quantity(rent.value, rent.unit, 0)}{' '}
                <span className={styles.quiet}>
                  {t('sourceYear', { title: sourceTitle(rent.source, locale), year: rent.source.year ?? '–' })} ·{' '}
                  {words(`confidence.${rent.source.confidence}`)}
                </span>
              </>
            ) : (
              <span className={styles.quiet}>{t('notKnown')}</span>
            )}
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('frontRoad')}</dt>
          <dd>{roadId === null ? t('notKnown') : roadId.replace(/^road-/, '').toUpperCase()}</dd>
        </div>
        {SERVICES.map((service) => {
          const connection = connections[service]
          return (
            <div key={service} className={styles.fact}>
              <dt>{t(`nearest.${service}`)}</dt>
              <dd>
                {connection
                  ? t('nearest', {
                      distance: format.quantity(connection.distanceM, 'm', 0),
                      size:
                        connection.nominal === null
                          ? '–'
                          : service === 'power'
                            ? format.quantity(connection.nominal, 'kV', 0)
                            : `DN ${format.number(connection.nominal)}`,
                    })
                  : t('notKnown')}
              </dd>
            </div>
          )
        })}
      </dl>
      {SERVICES.map((service) => (
        <section key={service} className={styles.section} aria-label={t(`headroom.${service}`)}>
          <PanelHeader title={t(`headroom.${service}`)} meta={unitWords(HEADROOM_UNIT[service], locale)} />
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <StreamMark stream={service === 'power' ? 'energy' : service} />
                </th>
                <th scope="col">{t('stage.basis')}</th>
                <th scope="col" className={styles.number}>
                  {t('stage.rating')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('stage.contracted')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('stage.peak')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('stage.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              <StageRows offer={offer} service={service} />
            </tbody>
          </table>
          <Shared offer={offer} offers={offers} service={service} />
        </section>
      ))}
      <p className={styles.source}>
        {t('stage.note')}
        {hasEstimates ? ` ${t('stage.reserved')}` : ''}
      </p>
    </div>
  )
}
