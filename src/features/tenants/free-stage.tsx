import type { ParkIndex } from '../../domain/network/park-index.ts'
import { SERVICES } from '../../domain/plots/headroom.ts'
import { mapOutcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { useOffers } from '../../live/use-offers.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAskCell } from './ask-cell.tsx'
import styles from './free-stage.module.css'
import { HEADROOM_UNIT, headroomMw } from './offer-parts.tsx'

/** Rows that the back row of a room can read. */
const MOST = 7

/** Free plots for investors, large: what each has, what it still can have, and what it costs. */
export function FreeStage({ index }: { index: ParkIndex }) {
  const t = useText('tenants')
  const format = useFormat()
  const errorText = useErrorText()
  const cell = useAskCell()
  const { offers, isLoading, error, retry } = useOffers(index)
  if (error) return <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
  if (isLoading) return <PanelState kind="loading" lines={6} />
  if (offers.length === 0) return <PanelState kind="empty" text={t('free.none')} />
  const largest = offers.toSorted((a, b) => b.plot.properties.areaHa - a.plot.properties.areaHa)
  const rest = offers.length - MOST
  return (
    <div className={styles.stage}>
      <table className={styles.table} aria-label={t('tab.free')}>
        <thead>
          <tr>
            <th scope="col">{t('column.plot')}</th>
            <th scope="col">{t('column.area')} (ha)</th>
            {SERVICES.map((service) => (
              <th key={service} scope="col">
                {t(`headroom.${service}`)} ({unitWords(HEADROOM_UNIT[service], format.locale)})
              </th>
            ))}
            <th scope="col">{t('column.price')}</th>
          </tr>
        </thead>
        <tbody>
          {largest.slice(0, MOST).map(({ plot, headroom }) => (
            <tr key={plot.id}>
              <th scope="row">{plot.properties.code}</th>
              <td>{cell.number(plot.properties.areaHa, 2)}</td>
              {SERVICES.map((service) => (
                <td key={service}>
                  {cell.outcome(
                    mapOutcome(headroom.services[service], ({ headroom: left }) => headroomMw(service, left)),
                    service === 'power' ? 1 : 0,
                  )}
                </td>
              ))}
              <td className={styles.price}>{t('priceUnknown')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className={styles.more}>{t('stage.more', { shown: format.number(rest) })}</p> : null}
    </div>
  )
}
