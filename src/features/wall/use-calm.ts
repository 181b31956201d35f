import { useEffect, useRef, useState } from 'react'

/**
 * A value that changes once what belongs to the new value otherwise has been drawn, and not again within a pause: of a
 * quick series the last one is taken when the pause is over. It counts frames and no time, so that on a slow machine
 * too the frame comes first. While nothing is drawn (a page in the background) it keeps.
 */
export function useCalm<T>(value: T, pauseMs: number): T {
  const [calm, setCalm] = useState(value)
  const changedMs = useRef(-Infinity)
  useEffect(() => {
    if (value === calm) return undefined
    let frame = 0
    let timer: ReturnType<typeof setTimeout>
    const take = (): void => {
      changedMs.current = performance.now()
      setCalm(() => value)
    }
    const afterFrame = (next: () => void): void => {
      frame = requestAnimationFrame(next)
    }
    const afterPause = (): void =>
      afterFrame(() =>
        afterFrame(() => {
          timer = setTimeout(take, 0)
        }),
      )
    timer = setTimeout(afterPause, Math.max(0, changedMs.current + pauseMs - performance.now()))
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }, [value, calm, pauseMs])
  return calm
}
