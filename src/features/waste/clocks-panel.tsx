import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { referenceQueries } from '../../api/reference-queries.ts'
import { registerQueries } from '../../api/register-queries.ts'
import type { LegalClock } from '../../contract/reference.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { hazardousKg, lotClocks, manifestClocks, type ClockedItem } from '../../domain/waste/hazardous-clocks.ts'
import { hazardousTrigger } from '../../domain/waste/waste-streams.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { ClockBasis } from './clock-basis.tsx'
import styles from './foot.module.css'

const SHOWN = 3

/** Every item as a tick on its clock: our warning day and the last lawful day are the two lines. */
function ClockScale({ clock, items }: { clock: LegalClock; items: readonly ClockedItem[] }) {
  const t = useText('waste')
  const format = useFormat()
  const ages = items.flatMap(({ reading }) => (reading.ok ? [reading.value.ageDays] : []))
  const end = Math.max(clock.limitDays * 1.1, ...ages.map((age) => age * 1.02))
  const x = (days: number): number => (Math.max(0, days) / end) * 400
  return (
    <svg
      className={styles.scale}
      viewBox="0 0 400 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('clocks.scale', {
        items: format.number(items.length),
        warn: format.number(clock.warnDays),
        limit: format.number(clock.limitDays),
      })}
    >
      <rect className={styles.low} y="6" height="8" width={x(clock.warnDays)} />
      <rect
        className={styles.high}
        x={x(clock.warnDays)}
        y="6"
        height="8"
        width={x(clock.limitDays) - x(clock.warnDays)}
      />
      <rect className={styles.warn} x={x(clock.warnDays) - 0.5} y="2" width="1" height="16" />
      <rect className={styles.limit} x={x(clock.limitDays) - 1} width="2" height="20" />
      {items.map(({ id, reading }) =>
        reading.ok ? (
          <rect key={id} className={styles.tick} x={x(reading.value.ageDays) - 1.5} y="4" width="3" height="12" />
        ) : null,
      )}
    </svg>
  )
}

function ClockItem({ item, clock }: { item: ClockedItem; clock: LegalClock }) {
  const t = useText('waste')
  const format = useFormat()
  const { id, massT, reading } = item
  const mass = massT === null ? t('clocks.unweighed') : format.quantity(massT, 't', 1)
  if (!reading.ok) {
    return (
      <li className={styles.clocked}>
        <span>{id}</span>
        <span className={styles.state}>
          {t(reading.reason === 'not-finite' ? 'clocks.contradicts' : 'clocks.noDate')}
        </span>
        <span className={styles.quiet}>{mass}</span>
      </li>
    )
  }
  const { ageDays, state, daysLeft, lastDay } = reading.value
  return (
    <li className={styles.clocked} data-clock={state}>
      <span>{id}</span>
      <span className={state === 'within' ? styles.quiet : styles.state}>
        {t(`clocks.state.${state}`)} ·{' '}
        {t('clocks.age', { age: format.number(ageDays), limit: format.number(clock.limitDays) })}
      </span>
      <span className={styles.quiet}>
        {daysLeft >= 0
          ? t('clocks.left', { days: format.number(daysLeft), date: format.dateShort(Date.parse(lastDay)) })
          : t('clocks.over', { days: format.number(-daysLeft) })}{' '}
        · {mass}
      </span>
    </li>
  )
}

function Clock({ clock, items }: { clock: LegalClock; items: readonly ClockedItem[] }) {
  const t = useText('waste')
  const format = useFormat()
  const rest = items.length - SHOWN
  return (
    <section className={styles.clock} aria-label={t(`clocks.${clock.id}`)}>
      <p className={styles.clockHead}>
        <strong>{t(`clocks.${clock.id}`)}</strong>
        <ClockBasis source={clock.source} />
      </p>
      <ClockScale clock={clock} items={items} />
      <p className={styles.scaleWords}>
        {t('clocks.lines', { warn: format.number(clock.warnDays), limit: format.number(clock.limitDays) })}
      </p>
      {items.length === 0 ? (
        <p className={styles.quiet}>{t('clocks.empty')}</p>
      ) : (
        <ul>
          {items.slice(0, SHOWN).map((item) => (
            <ClockItem key={item.id} item={item} clock={clock} />
          ))}
          {rest > 0 ? <li className={styles.quiet}>{t('clocks.more', { count: rest })}</li> : null}
        </ul>
      )}
    </section>
  )
}

/** Legal clocks of hazardous waste, with the article behind each: lots in store, manifests out, and the permit amount. */
export function ClocksPanel({ index, nowMs }: { index: ParkIndex; nowMs: number }) {
  const t = useText('waste')
  const format = useFormat()
  const errorText = useErrorText()
  const parkId = index.park.id
  const norms = useQuery(referenceQueries.norms())
  const lots = useQuery(registerQueries.rows(parkId, 'waste-lots'))
  const manifests = useQuery(registerQueries.rows(parkId, 'waste-manifests'))
  const today = isoDateOf(nowMs, index.park.timeZone)
  const view = useMemo(() => {
    if (!norms.data || !lots.data || !manifests.data) return null
    const { legalClocks, hazardousPermitTrigger } = norms.data
    const kg = hazardousKg(lots.data, today)
    return {
      clocks: legalClocks.map((clock) => ({
        clock,
        items:
          clock.id === 'hazardous-lot'
            ? lotClocks(lots.data, clock, today)
            : manifestClocks(manifests.data, clock, today),
      })),
      trigger: hazardousPermitTrigger,
      kg,
      reached: hazardousTrigger(kg.monthKg ?? 0, kg.yearKg, hazardousPermitTrigger),
    }
  }, [norms.data, lots.data, manifests.data, today])
  const error: unknown = norms.error ?? lots.error ?? manifests.error
  const retry = (): void => {
    for (const query of [norms, lots, manifests]) if (query.isError) void query.refetch()
  }
  return (
    <section className={styles.clocks} aria-label={t('clocks.title')}>
      <PanelHeader title={t('clocks.title')} meta={t('clocks.meta')} />
      {error && !view ? (
        <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
      ) : !view ? (
        <PanelState kind="loading" />
      ) : (
        <>
          {view.clocks.map(({ clock, items }) => (
            <Clock key={clock.id} clock={clock} items={items} />
          ))}
          <section className={styles.clock} aria-label={t('clocks.trigger')}>
            <p className={styles.clockHead}>
              <strong>{t('clocks.trigger')}</strong>
              <ClockBasis source={view.trigger.source} />
            </p>
            <p>
              {view.kg.yearKg === null
                ? t('clocks.noMass')
                : t('clocks.amounts', {
                    month: view.kg.monthKg === null ? '–' : format.number(view.kg.monthKg),
                    monthLimit: format.number(view.trigger.kgPerMonth),
                    year: format.number(view.kg.yearKg),
                    yearLimit: format.number(view.trigger.kgPerYear),
                  })}
            </p>
            {view.reached.ok ? (
              <p className={styles.state}>{t(view.reached.value.isReached ? 'clocks.reached' : 'clocks.notReached')}</p>
            ) : null}
          </section>
        </>
      )}
    </section>
  )
}
