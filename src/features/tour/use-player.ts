import { useEffect, useReducer, useRef } from 'react'
import type { Tour } from '../../contract/tours.ts'
import type { StepFault } from '../../domain/tours/step-fit.ts'
import { openPlayer, stepPlayer, type Player, type PlayerEvent } from '../../domain/tours/player.ts'
import { useServerNow } from '../../live/hooks.ts'
import { getSession } from '../../session/session-store.ts'
import { type TourView, useViewActions } from '../../session/view.ts'
import { viewOfStep } from './step-view.ts'

const TICK_MS = 250

/** Plays a tour over the screens: keeps the time, and shows each step as it comes. */
export function usePlayer(
  tour: Tour,
  asked: TourView,
  faults: readonly StepFault[] | null,
  zone: string,
): [Player, (event: PlayerEvent) => void] {
  const { replace } = useViewActions()
  const nowMs = useServerNow(60_000)
  const [player, send] = useReducer(
    stepPlayer,
    openPlayer(
      tour.steps.map(() => true),
      asked.step,
      asked.loops,
    ),
  )
  useEffect(() => {
    if (faults) send({ type: 'steps', steps: faults.map((fault) => fault === null) })
  }, [faults])

  const dwellMs = (tour.steps[player.step]?.dwellS ?? 3) * 1000
  const runs = (player.mode === 'playing' || player.mode === 'touched') && !player.dark
  const { speed } = asked
  useEffect(() => {
    if (!runs) return undefined
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      // A page that was asleep does not leap over steps.
      send({ type: 'tick', ms: Math.min(now - last, 4 * TICK_MS) * speed, dwellMs })
      last = now
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [runs, speed, dwellMs])

  // A viewer who looked around comes back to the step where the tour goes on.
  const shown = useRef<{ step: number; playing: boolean } | null>(null)
  const wishes = useRef({ replace, nowMs })
  useEffect(() => {
    wishes.current = { replace, nowMs }
  })
  const playing = player.mode === 'playing'
  const { step } = player
  useEffect(() => {
    const before = shown.current
    shown.current = { step, playing }
    const next = tour.steps[step]
    if (!next || (before?.step === step && (before.playing || !playing))) return
    if (next.look) getSession().setTheme(next.look)
    wishes.current.replace(
      next.screen,
      viewOfStep(next, { id: asked.id, step, loops: asked.loops, speed }, wishes.current.nowMs, zone),
    )
  }, [step, playing, tour, asked.id, asked.loops, speed, zone])
  return [player, send]
}
