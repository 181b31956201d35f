import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { orbitOffset } from '../../domain/wall/orbit.ts'
import type { WallType } from '../../domain/wall/profile.ts'

const MINUTE_MS = 60_000
/** Smallest text of the shared parts, in root font sizes. */
const SMALLEST_REM = 0.75
/** Lines of the map grow with the letters, but far less. */
const MAP_SCALE = 36

/** Sizes the document for a wall and gives it back afterwards. Shared parts are sized in rem: their least text too. */
export function useWallFont({ label, text }: WallType): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.fontSize = `${label / SMALLEST_REM}px`
    style.setProperty('--map-scale', String(Math.max(1, text / MAP_SCALE)))
    return () => {
      style.removeProperty('font-size')
      style.removeProperty('--map-scale')
    }
  }, [label, text])
}

/** Share by which a wall is drawn smaller or larger where the window is not the wall: 1 on the wall itself. */
export function useFit(width: number, height: number): number {
  const [fit, setFit] = useState(() => fitOf(width, height))
  useEffect(() => {
    const follow = (): void => setFit(fitOf(width, height))
    follow()
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [width, height])
  return fit
}

function fitOf(width: number, height: number): number {
  const fit = Math.min(window.innerWidth / width, window.innerHeight / height)
  return Math.abs(fit - 1) < 0.005 ? 1 : fit
}

/** Offset of the picture against burn-in, a new one each minute. */
export function useOrbit(): readonly [number, number] {
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return orbitOffset(minute)
}

/** Keeps the screen from going to sleep, and asks again when the page comes back. */
export function useWakeLock(): void {
  const lock = useRef<WakeLockSentinel | null>(null)
  useEffect(() => {
    let ended = false
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const granted = await navigator.wakeLock.request('screen')
        if (ended) await granted.release()
        else lock.current = granted
      } catch {
        // Refused on battery or without focus: the kiosk's own settings have to keep the screen on.
      }
    }
    const onVisible = (): void => void ask()
    void ask()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock.current?.release()
      lock.current = null
    }
  }, [])
}

/** Context menus and pinches have no use where nobody stands. */
export function useNoGestures(): void {
  useEffect(() => {
    const stop = (event: Event): void => event.preventDefault()
    window.addEventListener('contextmenu', stop)
    window.addEventListener('gesturestart', stop)
    return () => {
      window.removeEventListener('contextmenu', stop)
      window.removeEventListener('gesturestart', stop)
    }
  }, [])
}
