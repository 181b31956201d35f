/** Least time between two sizes while somebody pulls at a window, milliseconds. */
const STEP_MS = 50

/** The part of a map that follows its container. */
export interface SizedMap {
  resize(): unknown
  redraw(): unknown
}

/**
 * Keeps a map as large as its container; the answer ends it. A container without a size is hidden, as while the code of
 * the next screen is on its way: its picture stays as it is, for drawing it anew at another size would hold the page for
 * a second where the processor draws.
 */
export function followSize(map: SizedMap, container: HTMLElement): () => void {
  let [width, height] = [container.clientWidth, container.clientHeight]
  let timer = 0
  const take = (): void => {
    timer = 0
    const { clientWidth, clientHeight } = container
    if (clientWidth === 0 || clientHeight === 0 || (clientWidth === width && clientHeight === height)) return
    ;[width, height] = [clientWidth, clientHeight]
    map.resize()
    map.redraw()
    timer = window.setTimeout(take, STEP_MS)
  }
  const observer = new ResizeObserver(() => {
    if (timer === 0) take()
  })
  observer.observe(container)
  return () => {
    observer.disconnect()
    window.clearTimeout(timer)
  }
}
