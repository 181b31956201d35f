import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { linearScale } from '../../charts/scale.ts'
import { useSize } from '../../charts/use-size.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './replay-bar.module.css'
import { TimelinePicture } from './timeline-picture.tsx'
import type { Timeline } from './use-timeline.ts'

const HOUR_MS = 3_600_000

export interface TimelineStripProps {
  timeline: Timeline
  atMs: number
  stepMs: number
  onSeek: (atMs: number) => void
}

/** The day as a slider: pointer and touch scrub, keys step. */
export function TimelineStrip({ timeline, atMs, stepMs, onSeek }: TimelineStripProps) {
  const t = useText('replay')
  const format = useFormat()
  const host = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const size = useSize(host)
  const frame = useRef(0)
  const { span, nowMs } = timeline
  const lastMs = nowMs === null ? span.toMs : Math.min(span.toMs, nowMs)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  const seekTo = (ms: number): void => onSeek(Math.min(lastMs, Math.max(span.fromMs, ms)))
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const { clientX } = event
    const box = host.current?.getBoundingClientRect()
    if (!box) return
    // One question a frame: what lies between two frames nobody could have seen.
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() =>
      seekTo(linearScale(box.left, box.right, span.fromMs, span.toMs).invert(clientX)),
    )
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const far = event.shiftKey ? HOUR_MS : stepMs
    const moves: Record<string, number> = {
      ArrowLeft: atMs - far,
      ArrowDown: atMs - far,
      ArrowRight: atMs + far,
      ArrowUp: atMs + far,
      PageDown: atMs - HOUR_MS,
      PageUp: atMs + HOUR_MS,
      Home: span.fromMs,
      End: lastMs,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    seekTo(next)
  }
  const x = size === null ? 0 : linearScale(span.fromMs, span.toMs, 0, size.width)(atMs) / size.scale / 16
  return (
    <div
      ref={host}
      className={styles.strip}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId)
        input.current?.focus()
        scrub(event)
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) scrub(event)
      }}
    >
      <input
        ref={input}
        type="range"
        className={styles.range}
        aria-label={t('cursor')}
        min={Math.floor(span.fromMs / 1000)}
        max={Math.floor(lastMs / 1000)}
        step={1}
        value={Math.floor(atMs / 1000)}
        aria-valuetext={format.dateTime(atMs)}
        onKeyDown={onKey}
        onChange={(event) => seekTo(Number(event.target.value) * 1000)}
      />
      {size === null ? null : <TimelinePicture timeline={timeline} size={size} />}
      <div className={styles.cursor} style={{ transform: `translateX(${x}rem)` }} aria-hidden="true" />
    </div>
  )
}
