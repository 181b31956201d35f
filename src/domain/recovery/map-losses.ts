/** Losses in this time count together. */
const WINDOW_MS = 10 * 60_000
/** Losses of the graphics context in the window after which a new map does not help any more. */
const TOO_MANY = 3

/** Times of losses that still count, with one more. */
export function withLoss(losses: readonly number[], nowMs: number): readonly number[] {
  return [...losses.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs]
}

/** Whether the graphics are lost so often that only a new page helps: three times in ten minutes. */
export function isBeyondRebuild(losses: readonly number[]): boolean {
  return losses.length >= TOO_MANY
}
