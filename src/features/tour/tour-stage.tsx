import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw, Square, X } from 'lucide-react'
import type { Tour } from '../../contract/tours.ts'
import { IDLE_RESUME_S, type Player } from '../../domain/tours/player.ts'
import type { StepFault } from '../../domain/tours/step-fit.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { LOCALES, LOCALE_NAME } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useSession } from '../../session/session-store.ts'
import { useLeaveTour } from '../../session/tour.ts'
import { useView, type TourView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { Caption, useTourFacts } from './caption.tsx'
import styles from './tour.module.css'
import { usePlayer } from './use-player.ts'
import { useRemote } from './use-remote.ts'
import { useStepFaults, useTour } from './use-tour.ts'

/** One part of the line for each step, filled as it is shown. */
function Progress({ tour, player, onStep }: { tour: Tour; player: Player; onStep: (step: number) => void }) {
  const t = useText('tour')
  return (
    <ol className={styles.progress} aria-label={t('progress')}>
      {tour.steps.map(({ id, dwellS }, at) => {
        const isOut = player.steps[at] === false
        const share = at < player.step ? 1 : at > player.step ? 0 : Math.min(1, player.shownMs / (dwellS * 1000))
        return (
          <li key={id} className={styles.part} style={{ flexGrow: dwellS }} data-out={isOut ? '' : undefined}>
            <button
              type="button"
              className={styles.partButton}
              disabled={isOut}
              aria-current={at === player.step ? 'step' : undefined}
              aria-label={t('step', { step: at + 1, steps: tour.steps.length })}
              onClick={() => onStep(at)}
            >
              <span className={styles.fill} style={{ transform: `scaleX(${share})` }} />
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function Languages() {
  const t = useText('shell')
  const locale = useSession((state) => state.locale)
  const setLocale = useSession((state) => state.setLocale)
  return (
    <fieldset className={styles.languages} aria-label={t('nav.language')}>
      {LOCALES.map((id) => (
        <Button key={id} look="quiet" lang={id} aria-pressed={id === locale} onClick={() => setLocale(id)}>
          {LOCALE_NAME[id]}
        </Button>
      ))}
    </fieldset>
  )
}

/** What the host reads and the audience need not: where the tour stands, and what it leaves out. */
function useHostLine(tour: Tour, player: Player, faults: readonly StepFault[] | null): string {
  const t = useText('tour')
  const format = useFormat()
  const out = (faults ?? []).flatMap((fault, at) =>
    fault ? [t('skipped', { step: at + 1, name: tour.steps[at]?.id ?? '', missing: fault.missing })] : [],
  )
  const rest = IDLE_RESUME_S - Math.floor(player.idleMs / 1000)
  const state =
    player.mode === 'touched' ? t('state.touched', { seconds: format.number(rest) }) : t(`state.${player.mode}`)
  return [state, ...out].join(' · ')
}

function Stage({ tour, asked, zone }: { tour: Tour; asked: TourView; zone: string }) {
  const t = useText('tour')
  const shell = useText('shell')
  const locale = useLocale()
  const index = useParkIndex()
  const { view } = useView()
  const faults = useStepFaults(view.parkId, tour)
  const [player, send] = usePlayer(tour, asked, faults, zone)
  const leave = useLeaveTour()
  useRemote(send, leave)
  const facts = useTourFacts(view.parkId)
  const hostLine = useHostLine(tour, player, faults)
  const step = tour.steps[player.step]
  const isPlaying = player.mode === 'playing'
  const nothing = faults !== null && faults.every((fault) => fault !== null)
  return (
    <section className={styles.bar} data-tour-bar="" data-tour-mode={player.mode} aria-label={tour.title[locale]}>
      <Progress tour={tour} player={player} onStep={(at) => send({ type: 'goto', step: at })} />
      <p className={styles.caption} aria-live="polite">
        <span>{nothing || !step ? t('nothing') : <Caption text={step.caption[locale]} facts={facts} />}</span>
      </p>
      <div className={styles.controls}>
        {index?.park.dataMode === 'simulated' ? <Chip>{shell('simulated')}</Chip> : null}
        <strong className={styles.name}>{tour.title[locale]}</strong>
        <span className={styles.count}>{t('step', { step: player.step + 1, steps: tour.steps.length })}</span>
        <output className={styles.host}>{hostLine}</output>
        <span className={styles.buttons}>
          <Languages />
          <Button
            look="quiet"
            iconOnly
            aria-label={t('previous')}
            title={t('previous')}
            onClick={() => send({ type: 'previous' })}
          >
            <ChevronLeft className={styles.icon} aria-hidden="true" />
          </Button>
          <Button
            look="primary"
            iconOnly
            aria-label={t(`toggle.${player.mode}`)}
            title={t(`toggle.${player.mode}`)}
            onClick={() => send({ type: 'toggle' })}
          >
            {isPlaying ? (
              <Pause className={styles.icon} aria-hidden="true" />
            ) : player.mode === 'ended' ? (
              <RotateCcw className={styles.icon} aria-hidden="true" />
            ) : (
              <Play className={styles.icon} aria-hidden="true" />
            )}
          </Button>
          <Button look="quiet" iconOnly aria-label={t('next')} title={t('next')} onClick={() => send({ type: 'next' })}>
            <ChevronRight className={styles.icon} aria-hidden="true" />
          </Button>
          <Button look="quiet" iconOnly aria-label={t('dark')} title={t('dark')} onClick={() => send({ type: 'dark' })}>
            <Square className={styles.icon} aria-hidden="true" />
          </Button>
          <Button look="quiet" iconOnly aria-label={t('leave')} title={t('leave')} onClick={leave}>
            <X className={styles.icon} aria-hidden="true" />
          </Button>
        </span>
      </div>
      {player.dark ? (
        <button
          type="button"
          className={styles.dark}
          data-theme="room-dark"
          aria-label={t('light')}
          onClick={() => send({ type: 'dark' })}
        />
      ) : null}
    </section>
  )
}

/** The bar of a tour under the screen that it shows. */
export function TourStage({ asked }: { asked: TourView }) {
  const t = useText('tour')
  const errorText = useErrorText()
  const index = useParkIndex()
  const { view } = useView()
  const { tour, isLoading, error, retry } = useTour(view.parkId, asked.id)
  const leave = useLeaveTour()
  // Steps with a time of day need the park's zone.
  if (tour && index) return <Stage key={tour.id} tour={tour} asked={asked} zone={index.park.timeZone} />
  return (
    <section className={styles.bar} data-tour-bar="" aria-label={t('title')}>
      <div className={styles.controls}>
        {error ? (
          <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
        ) : isLoading || tour ? (
          <PanelState kind="loading" lines={1} />
        ) : (
          <PanelState kind="empty" text={t('unknown')} />
        )}
        <span className={styles.buttons}>
          <Button onClick={leave}>{t('leave')}</Button>
        </span>
      </div>
    </section>
  )
}
