import { array, assert, boolean, constantFrom, double, integer, oneof, property, record, constant } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  IDLE_RESUME_S,
  openPlayer,
  stepPlayer,
  type Player,
  type PlayerEvent,
} from '../../../src/domain/tours/player.ts'

const play = (player: Player, ...events: PlayerEvent[]): Player => events.reduce(stepPlayer, player)
const tick = (ms: number): PlayerEvent => ({ type: 'tick', ms, dwellMs: 10_000 })

const event = oneof(
  record({
    type: constantFrom('next', 'previous', 'first', 'last', 'touch', 'toggle', 'resume', 'dark'),
  }),
  record({
    type: constant('tick'),
    ms: double({ min: -1e6, max: 1e6 }),
    dwellMs: double({ min: 1, max: 60_000, noNaN: true }),
  }),
  record({ type: constant('goto'), step: oneof(integer(), double()) }),
  record({ type: constant('steps'), steps: array(boolean(), { minLength: 3, maxLength: 8 }) }),
)

/** Laws that a state broke on its way to the next. */
function brokenLaws(before: Player, { type }: PlayerEvent, after: Player): string[] {
  const isPassive = type === 'tick' || type === 'touch'
  const isSame = after.mode === 'held' && after.step === before.step && after.shownMs === before.shownMs
  const laws: [string, boolean][] = [
    ['inside its ends', after.step >= 0 && after.step < after.steps.length],
    ['on a step that can be shown', after.steps[after.step] === true || !after.steps.some(Boolean)],
    ['a time that is one', Number.isFinite(after.shownMs) && after.shownMs >= 0],
    ['a pause by the presenter holds', before.mode !== 'held' || !isPassive || isSame],
    ['a touch pauses', type !== 'touch' || before.mode !== 'playing' || after.mode === 'touched'],
    ['it can go on', type !== 'resume' || before.mode === 'ended' || after.mode === 'playing'],
  ]
  return laws.filter(([, holds]) => !holds).map(([law]) => law)
}

describe('a tour', () => {
  it('goes on when the step was shown long enough, and ends on its last step', () => {
    const start = openPlayer([true, true])
    expect(play(start, tick(9999))).toMatchObject({ step: 0, shownMs: 9999 })
    expect(play(start, tick(10_000))).toMatchObject({ step: 1, shownMs: 0, mode: 'playing' })
    expect(play(start, tick(10_000), tick(10_000))).toMatchObject({ step: 1, mode: 'ended' })
    expect(play(openPlayer([true, true], 0, true), tick(10_000), tick(10_000))).toMatchObject({
      step: 0,
      mode: 'playing',
    })
  })

  it('pauses at a touch and goes on by itself; each touch starts the wait again', () => {
    const touched = play(openPlayer([true, true]), tick(4000), { type: 'touch' })
    expect(play(touched, tick(20_000), { type: 'touch' }, tick(20_000)).mode).toBe('touched')
    const back = play(touched, tick(IDLE_RESUME_S * 1000))
    expect(back).toMatchObject({ mode: 'playing', step: 0, shownMs: 4000 })
  })

  it('waits for the presenter who paused it, however long, and whoever touches it', () => {
    const held = play(openPlayer([true, true]), { type: 'toggle' })
    expect(play(held, { type: 'touch' }, tick(3_600_000)).mode).toBe('held')
    expect(play(held, { type: 'next' })).toMatchObject({ mode: 'held', step: 1 })
    expect(play(held, { type: 'toggle' }).mode).toBe('playing')
  })

  it('stands still while the screen is black', () => {
    expect(play(openPlayer([true, true]), { type: 'dark' }, tick(60_000))).toMatchObject({ step: 0, shownMs: 0 })
  })

  it('leaves out what cannot be shown, in both directions', () => {
    const start = openPlayer([false, true, false, true])
    expect(start.step).toBe(1)
    expect(play(start, { type: 'next' }).step).toBe(3)
    expect(play(start, { type: 'next' }, { type: 'previous' }).step).toBe(1)
    expect(play(openPlayer([true, true, true], 1), { type: 'steps', steps: [true, false, true] }).step).toBe(2)
    expect(openPlayer([false, false]).step).toBe(0)
  })

  it('never stands past its ends or on a missing step, and a pause holds, whatever happens', () => {
    assert(
      property(
        array(boolean(), { minLength: 1, maxLength: 8 }),
        integer({ min: -3, max: 12 }),
        boolean(),
        array(event, { maxLength: 60 }),
        (steps, first, loops, events) => {
          let player = openPlayer(steps, first, loops)
          for (const one of events) {
            const before = player
            player = stepPlayer(player, one)
            expect([one, brokenLaws(before, one, player)]).toEqual([one, []])
          }
        },
      ),
    )
  })
})
