/** However long the first figures take, the map's code is asked for after this time, milliseconds. */
const LONGEST_MS = 3000

/** Something that comes once in the life of a page. Who waits for it does not wait for ever. */
class Moment {
  #tell: () => void = () => undefined
  readonly #come = new Promise<void>((resolve) => {
    this.#tell = resolve
  })

  come = (): void => this.#tell()

  async wait(): Promise<void> {
    await Promise.race([this.#come, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))])
  }
}

const known = new Moment()
const shown = new Moment()

/** Says that figures are in the page; what waits for them to be seen goes on after the frame that shows them. */
export function figuresAreShown(): void {
  known.come()
  requestAnimationFrame(() => setTimeout(shown.come, 0))
}

/**
 * Until the page has shown its first figures. The code of the map is twice that of all the rest: on two cores it would
 * take the time of the simulator, the snapshot and the figures that people look at first.
 */
export const figuresFirst = (): Promise<void> => shown.wait()

/** Sends for code while the first figures are drawn, and gives it when they have been seen. */
export async function afterFigures<T>(send: () => Promise<T>): Promise<T> {
  // Both wait from now on: where no figure comes, one wait must not follow the other.
  const seen = figuresFirst()
  await known.wait()
  const [code] = await Promise.all([send(), seen])
  return code
}
