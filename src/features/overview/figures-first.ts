/** However long the first figures take, the map is asked for after this time, milliseconds. */
const LONGEST_MS = 3000

let tell: () => void = () => undefined
const shown = new Promise<void>((resolve) => {
  tell = resolve
})

/** Says that figures are in the page; what waits for them to be seen goes on after the frame that shows them. */
export function figuresAreShown(): void {
  requestAnimationFrame(() => setTimeout(tell, 0))
}

/**
 * Until the page has shown its first figures, or has not for long. The code of the map is twice that of all the rest: on
 * two cores it would take the time of the simulator, the snapshot and the figures that people look at first.
 */
export async function figuresFirst(): Promise<void> {
  await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))])
}
