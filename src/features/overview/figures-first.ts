/** However long the first figures take, the map is asked for after this time, milliseconds. */
const LONGEST_MS = 3000

let tellDrawn: () => void = () => undefined
const drawn = new Promise<void>((resolve) => {
  tellDrawn = resolve
})
let tellShown: () => void = () => undefined
const shown = new Promise<void>((resolve) => {
  tellShown = resolve
})

/** Says that figures are in the page; what waits for them to be seen goes on after the frame that shows them. */
export function figuresAreShown(): void {
  requestAnimationFrame(() => {
    tellDrawn()
    setTimeout(tellShown, 0)
  })
}

const orNotForLong = async (told: Promise<void>): Promise<void> => {
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))])
}

/**
 * Until the frame that shows the first figures begins. For questions: whoever answers them does so while the page lays
 * that frame out and paints it.
 */
export const figuresDrawn = (): Promise<void> => orNotForLong(drawn)

/**
 * Until the page has shown its first figures, or has not for long. The code of the map is twice that of all the rest: on
 * two cores it would take the time of the simulator, the snapshot and the figures that people look at first.
 */
export const figuresFirst = (): Promise<void> => orNotForLong(shown)
