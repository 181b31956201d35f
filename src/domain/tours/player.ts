/** Seconds without a touch after which a tour that a touch has paused goes on. */
export const IDLE_RESUME_S = 30

/**
 * How a tour stands. `touched` was paused by a touch and goes on by itself; `held` was paused by the presenter and waits
 * for the presenter; `ended` stands on its last step.
 */
export type PlayerMode = 'playing' | 'touched' | 'held' | 'ended'

export interface Player {
  /** Steps in order; a step that cannot be shown is `false`. */
  readonly steps: readonly boolean[]
  readonly loops: boolean
  readonly mode: PlayerMode
  readonly step: number
  /** Time for which the step has been shown while playing, ms. */
  readonly shownMs: number
  /** Time since the last touch, ms; only while `touched`. */
  readonly idleMs: number
  /** The presenter wants a black screen. */
  readonly dark: boolean
}

export type PlayerEvent =
  | { type: 'tick'; ms: number; dwellMs: number }
  | { type: 'next' | 'previous' | 'first' | 'last' | 'touch' | 'toggle' | 'resume' | 'dark' }
  | { type: 'goto'; step: number }
  /** Which steps can be shown; learned when the park's lists have come. */
  | { type: 'steps'; steps: readonly boolean[] }

function stepFrom(steps: readonly boolean[], from: number, by: 1 | -1): number | null {
  for (let k = from; k >= 0 && k < steps.length; k += by) if (steps[k] === true) return k
  return null
}

/** The nearest step that can be shown, at or after `step`, otherwise before it; `step` itself where there is none. */
function nearest(steps: readonly boolean[], step: number): number {
  const inside = Math.min(Math.max(0, Math.trunc(Number.isFinite(step) ? step : 0)), Math.max(0, steps.length - 1))
  return stepFrom(steps, inside, 1) ?? stepFrom(steps, inside, -1) ?? inside
}

/** A tour that starts to play at a step. Unit: none. Never fails. Source: product.md 13. */
export function openPlayer(steps: readonly boolean[], step = 0, loops = false): Player {
  return { steps, loops, mode: 'playing', step: nearest(steps, step), shownMs: 0, idleMs: 0, dark: false }
}

function at(player: Player, step: number, mode: PlayerMode = player.mode): Player {
  return { ...player, step, mode, shownMs: 0, idleMs: 0 }
}

/** Moving by hand keeps a pause, and takes a tour that has ended up again. */
function moved(player: Player, step: number): Player {
  return at(player, step, player.mode === 'ended' ? 'playing' : player.mode)
}

function forward(player: Player): Player {
  const next = stepFrom(player.steps, player.step + 1, 1)
  if (next !== null) return moved(player, next)
  const first = stepFrom(player.steps, 0, 1)
  if (player.loops && first !== null) return moved(player, first)
  return { ...player, mode: 'ended', idleMs: 0 }
}

function backward(player: Player): Player {
  const previous = stepFrom(player.steps, player.step - 1, -1)
  return previous === null ? moved(player, player.step) : moved(player, previous)
}

function ticked(player: Player, ms: number, dwellMs: number): Player {
  const passed = Number.isFinite(ms) && ms > 0 ? ms : 0
  if (player.dark) return player
  if (player.mode === 'touched') {
    const idleMs = player.idleMs + passed
    return idleMs >= IDLE_RESUME_S * 1000 ? { ...player, mode: 'playing', idleMs: 0 } : { ...player, idleMs }
  }
  if (player.mode !== 'playing') return player
  const shownMs = player.shownMs + passed
  return shownMs >= dwellMs ? forward(player) : { ...player, shownMs }
}

function toggled(player: Player): Player {
  if (player.mode === 'ended') return at(player, nearest(player.steps, 0), 'playing')
  return { ...player, mode: player.mode === 'playing' ? 'held' : 'playing', idleMs: 0, dark: false }
}

/**
 * The next state of a tour. It never stands on a step that cannot be shown while there is one that can, and never
 * outside its steps. A touch pauses a tour that plays and nothing else; a pause by the presenter ends by the presenter
 * alone. Unit: milliseconds. Never fails. Source: product.md 13, hmi.md 4.6.
 */
export function stepPlayer(player: Player, event: PlayerEvent): Player {
  switch (event.type) {
    case 'tick':
      return ticked(player, event.ms, event.dwellMs)
    case 'next':
      return forward(player)
    case 'previous':
      return backward(player)
    case 'first':
      return moved(player, nearest(player.steps, 0))
    case 'last':
      return moved(player, stepFrom(player.steps, player.steps.length - 1, -1) ?? player.step)
    case 'goto':
      return moved(player, nearest(player.steps, event.step))
    case 'touch':
      return player.mode === 'playing' || player.mode === 'touched' ? { ...player, mode: 'touched', idleMs: 0 } : player
    case 'toggle':
      return toggled(player)
    case 'resume':
      return player.mode === 'ended' ? player : { ...player, mode: 'playing', idleMs: 0, dark: false }
    case 'dark':
      return { ...player, dark: !player.dark }
    case 'steps':
      return { ...player, steps: event.steps, step: nearest(event.steps, player.step) }
    default:
      return player
  }
}
