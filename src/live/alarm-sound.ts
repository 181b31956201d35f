import { create } from 'zustand'
import type { SoundPriority } from '../domain/alarms/sounding.ts'

/** `blocked`: the browser does not let us be heard before somebody has touched the page. `none`: it has no sound at all. */
export type SoundState = 'ready' | 'blocked' | 'none'

/** One sound by priority: pitch in hertz, length of a tone and of its turn in seconds. P3 sounds once a turn, and rarely. */
const TONES: Readonly<Record<SoundPriority, { hz: readonly number[]; toneS: number; turnS: number }>> = {
  P1: { hz: [880, 660, 880, 660], toneS: 0.18, turnS: 1.2 },
  P2: { hz: [660, 660], toneS: 0.2, turnS: 2.5 },
  P3: { hz: [440], toneS: 0.3, turnS: 10 },
}
const LOUDNESS = 0.12
/** How long a tone takes to swell and to fade: no clicks. */
const EDGE_S = 0.02

interface SoundStore {
  state: SoundState
  /** What is being played. */
  playing: SoundPriority | null
  /** Switched off at this desk. It is said beside the alarms for as long as it is. */
  off: boolean
  setOff: (off: boolean) => void
  /** Asks the browser to let sound out; only a click or a key may. */
  enable: () => void
  /** Events that somebody at this desk has silenced. */
  silenced: ReadonlySet<string>
  silence: (events: ReadonlySet<string>) => void
}

export const useAlarmSound = create<SoundStore>((set) => ({
  state: 'ready',
  playing: null,
  off: false,
  setOff: (off) => set({ off }),
  enable: () => undefined,
  silenced: new Set(),
  silence: (silenced) => set({ silenced }),
}))

/** Plays the sound of one priority over and over until told otherwise. */
export class AlarmSounder {
  #context: AudioContext | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #priority: SoundPriority | null = null

  /** Plays the sound of a priority, or nothing for null. Asking for the same again does not start it anew. */
  play(priority: SoundPriority | null): void {
    if (priority === this.#priority) return
    this.#priority = priority
    useAlarmSound.setState({ playing: priority })
    this.#stopTimer()
    if (priority !== null) this.#turn()
  }

  /** Somebody touched the page: what was blocked may sound now. */
  readonly unblock = (): void => {
    void this.#context?.resume().then(() => this.#tell())
  }

  close(): void {
    this.play(null)
    void this.#context?.close()
    this.#context = null
  }

  #open(): AudioContext | null {
    if (this.#context) return this.#context
    if (typeof AudioContext === 'undefined') return null
    this.#context = new AudioContext()
    this.#context.addEventListener('statechange', () => this.#tell())
    useAlarmSound.setState({ enable: this.unblock })
    return this.#context
  }

  #tell(): void {
    const state = this.#context === null ? 'none' : this.#context.state === 'running' ? 'ready' : 'blocked'
    if (useAlarmSound.getState().state !== state) useAlarmSound.setState({ state })
  }

  #turn(): void {
    const priority = this.#priority
    if (priority === null) return
    const context = this.#open()
    this.#tell()
    const { hz, toneS, turnS } = TONES[priority]
    if (context?.state === 'running') for (const [at, pitch] of hz.entries()) tone(context, pitch, at * toneS, toneS)
    // A context that is blocked keeps being tried: a policy may change, a device may come.
    else void context?.resume().then(() => this.#tell())
    this.#timer = setTimeout(() => this.#turn(), turnS * 1000)
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}

function tone(context: AudioContext, hz: number, afterS: number, lengthS: number): void {
  const from = context.currentTime + afterS
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = hz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_S)
  gain.gain.setValueAtTime(LOUDNESS, from + lengthS - 2 * EDGE_S)
  gain.gain.linearRampToValueAtTime(0, from + lengthS - EDGE_S)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + lengthS)
}
