import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { SPEEDS, type Speed, frameStepMs } from '../../domain/replay/player.ts'
import { alarmStops, jumpTarget } from '../../domain/replay/timeline.ts'
import { addDaysMs, dateStartMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePlayer, useReplay } from '../../live/replay-context.tsx'
import type { ReplayClient } from '../../live/replay-client.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './replay-bar.module.css'
import { TimelineStrip } from './timeline-strip.tsx'
import { useTimeline } from './use-timeline.ts'

/** Keys belong to the player where nothing else wants them: not in fields, and Space not on a button. */
function isFree(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return true
  if (target.closest('input:not([type="range"]), textarea, select, [contenteditable], [role="dialog"]') !== null) {
    return false
  }
  if (key === '[' || key === ']') return true
  return target === document.body || target.id === 'main' || target.closest('[data-replay-bar]') !== null
}

interface Moves {
  toggle: () => void
  step: (direction: 1 | -1) => void
  jump: (direction: 'previous' | 'next') => void
}

function usePlayerKeys({ toggle, step, jump }: Moves): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (!isFree(event.target, event.key)) return
      const onButton = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
      if (event.key === ' ' && !onButton) toggle()
      else if (event.key === 'ArrowLeft') step(-1)
      else if (event.key === 'ArrowRight') step(1)
      else if (event.key === '[') jump('previous')
      else if (event.key === ']') jump('next')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [toggle, step, jump])
}

function Bar({ index, replay }: { index: ParkIndex; replay: ReplayClient }) {
  const t = useText('replay')
  const format = useFormat()
  const player = usePlayer()
  const { atMs, playing, speed } = player
  const timeline = useTimeline(index, atMs)
  const zone = index.park.timeZone
  const stops = useMemo(() => alarmStops(timeline.entries), [timeline.entries])
  const stepMs = frameStepMs(speed)
  const seek = (ms: number): void => replay.send({ type: 'seek', atMs: ms })
  const moves = useMemo<Moves>(
    () => ({
      toggle: () => replay.send({ type: replay.player.get().playing ? 'pause' : 'play' }),
      step: (direction) => {
        const now = replay.player.get()
        replay.send({ type: 'pause' })
        replay.send({ type: 'seek', atMs: now.atMs + direction * frameStepMs(now.speed) })
      },
      jump: (direction) => {
        const target = jumpTarget(stops, replay.player.get().atMs, direction)
        if (target !== null) replay.send({ type: 'seek', atMs: target })
      },
    }),
    [replay, stops],
  )
  usePlayerKeys(moves)
  const toDay = (days: number): void =>
    seek(addDaysMs(dayStartMs(atMs, zone), days, zone) + (atMs - dayStartMs(atMs, zone)))
  const isLast = timeline.nowMs !== null && addDaysMs(dayStartMs(atMs, zone), 1, zone) > timeline.nowMs
  const seconds = stepMs / 1000
  const stepText = seconds < 60 ? t('step.seconds', { count: seconds }) : t('step.minutes', { count: seconds / 60 })
  return (
    <section className={styles.bar} data-region="" data-replay-bar="" data-screen-only="" aria-label={t('title')}>
      <div className={styles.controls}>
        <Button
          iconOnly
          aria-label={t('previousAlarm')}
          title={t('previousAlarm')}
          disabled={jumpTarget(stops, atMs, 'previous') === null}
          onClick={() => moves.jump('previous')}
        >
          <SkipBack className={styles.icon} aria-hidden="true" />
        </Button>
        <Button
          iconOnly
          aria-label={t('back', { step: stepText })}
          title={t('back', { step: stepText })}
          onClick={() => moves.step(-1)}
        >
          <StepBack className={styles.icon} aria-hidden="true" />
        </Button>
        <Button
          look="primary"
          iconOnly
          aria-label={t(playing ? 'pause' : 'play')}
          title={t(playing ? 'pause' : 'play')}
          onClick={moves.toggle}
        >
          {playing ? (
            <Pause className={styles.icon} aria-hidden="true" />
          ) : (
            <Play className={styles.icon} aria-hidden="true" />
          )}
        </Button>
        <Button
          iconOnly
          aria-label={t('forward', { step: stepText })}
          title={t('forward', { step: stepText })}
          onClick={() => moves.step(1)}
        >
          <StepForward className={styles.icon} aria-hidden="true" />
        </Button>
        <Button
          iconOnly
          aria-label={t('nextAlarm')}
          title={t('nextAlarm')}
          disabled={jumpTarget(stops, atMs, 'next') === null}
          onClick={() => moves.jump('next')}
        >
          <SkipForward className={styles.icon} aria-hidden="true" />
        </Button>
        <Segmented
          label={t('speed')}
          value={String(speed)}
          options={SPEEDS.map((one) => ({ id: String(one), label: t('times', { speed: format.number(one) }) }))}
          onChange={(id) => {
            const next = SPEEDS.find((one): one is Speed => String(one) === id)
            if (next !== undefined) replay.send({ type: 'speed', speed: next })
          }}
        />
        <span className={styles.hint}>{t('keys')}</span>
        <span className={styles.space} />
        <Button look="quiet" iconOnly aria-label={t('dayBefore')} title={t('dayBefore')} onClick={() => toDay(-1)}>
          <ChevronLeft className={styles.icon} aria-hidden="true" />
        </Button>
        <DateField
          label={t('day')}
          labelIsHidden
          value={isoDateOf(atMs, zone)}
          onChange={(text) => {
            const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
            if (year > 1999) seek(dateStartMs(year, month, day, zone) + (atMs - dayStartMs(atMs, zone)))
          }}
        />
        <Button
          look="quiet"
          iconOnly
          aria-label={t('dayAfter')}
          title={t('dayAfter')}
          disabled={isLast}
          onClick={() => toDay(1)}
        >
          <ChevronRight className={styles.icon} aria-hidden="true" />
        </Button>
      </div>
      <TimelineStrip timeline={timeline} atMs={atMs} stepMs={stepMs} onSeek={seek} />
    </section>
  )
}

/** The timeline of a replay; an empty place of the same height until the replay is there. */
export function ReplayBar() {
  const index = useParkIndex()
  const replay = useReplay()
  return index === null || replay === null ? <div className={styles.bar} /> : <Bar index={index} replay={replay} />
}
