/** However long the first figures take, the map's code is asked for after this time, milliseconds. */
const LONGEST_MS = 3000

let show: () => void = () => undefined
const shown = new Promise<void>((resolve) => {
  show = resolve
})

/** Says that figures are in the page; what waits for them goes on after the frame that shows them. */
export function figuresAreShown(): void {
  requestAnimationFrame(() => setTimeout(show, 0))
}

/**
 * Until the page has shown its first figures. The code of the map is twice that of all the rest: on two cores it would
 * take the time of the simulator, the snapshot and the figures that people look at first.
 */
export async function figuresFirst(): Promise<void> {
  await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))])
}
