/** Where frames come from: the window, or a test. */
export interface FrameSource {
  requestAnimationFrame(callback: (timeMs: number) => void): number
  cancelAnimationFrame(id: number): void
}

/** Frames that deck.gl needs after a change: one to take the layers over, one to draw, one for what that brought. */
const FRAMES_PER_CHANGE = 3

/**
 * Frames for a renderer that asks for the next one in every frame: it gets them while something changes and
 * none while nothing does, so that a quiet map costs nothing. The asker's callback is kept until it is woken.
 */
export class FrameGate implements FrameSource {
  readonly #source: FrameSource
  readonly #isBusy: () => boolean
  #waiting: { id: number; callback: (timeMs: number) => void } | null = null
  #sourceId: number | null = null
  #lastId = 0
  #framesLeft = FRAMES_PER_CHANGE

  /** `isBusy` keeps frames coming, while images load for instance. */
  constructor(isBusy: () => boolean, source: FrameSource = window) {
    this.#isBusy = isBusy
    this.#source = source
  }

  /** Something changed that has to be drawn. */
  wake(): void {
    this.#framesLeft = FRAMES_PER_CHANGE
    this.#schedule()
  }

  requestAnimationFrame(callback: (timeMs: number) => void): number {
    this.#lastId += 1
    this.#waiting = { id: this.#lastId, callback }
    if (this.#framesLeft > 0 || this.#isBusy()) this.#schedule()
    return this.#lastId
  }

  cancelAnimationFrame(id: number): void {
    if (this.#waiting?.id !== id) return
    this.#waiting = null
    if (this.#sourceId !== null) this.#source.cancelAnimationFrame(this.#sourceId)
    this.#sourceId = null
  }

  #schedule(): void {
    if (this.#waiting === null || this.#sourceId !== null) return
    this.#sourceId = this.#source.requestAnimationFrame((timeMs) => {
      this.#sourceId = null
      this.#framesLeft = Math.max(0, this.#framesLeft - 1)
      const waiting = this.#waiting
      this.#waiting = null
      waiting?.callback(timeMs)
    })
  }
}
