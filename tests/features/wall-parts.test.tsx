import { act, cleanup, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Part } from '../../src/features/wall/part.tsx'
import { useNoGestures, useOrbit, useWakeLock } from '../../src/features/wall/use-screen.ts'
import { lazyPart } from '../../src/ui/lazy-part.tsx'
import { renderIn } from '../ui/render.tsx'

const HOUR_MINUTES = 60

function Awake() {
  useWakeLock()
  return null
}

function Moving() {
  const [x, y] = useOrbit()
  return <output>{`${x} ${y}`}</output>
}

function Still() {
  useNoGestures()
  return null
}

const askForMenu = (): boolean => window.dispatchEvent(new Event('contextmenu', { cancelable: true }))

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'wakeLock')
})

describe('parts of a wall', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })

  it('one that fails says so in its own place, leaves its neighbour alone and comes back without a hand', async () => {
    let broken = true
    function Fragile() {
      if (broken) throw new Error('no such column')
      return <p>all is well</p>
    }
    await renderIn(
      'en',
      <>
        <Part rect={{ x: 40, y: 20, width: 300, height: 80 }}>
          <Fragile />
        </Part>
        <p>neighbour</p>
      </>,
    )
    expect(screen.getByText('neighbour')).toBeVisible()
    expect(screen.getByText('This part failed and is tried again')).toHaveStyle({ left: '40px', top: '20px' })
    broken = false
    await act(() => vi.advanceTimersByTimeAsync(11_000))
    expect(screen.getByText('all is well')).toBeVisible()
  })

  it('one whose code the network lost asks for it again', async () => {
    let asked = 0
    const Late = lazyPart(async () => {
      asked += 1
      if (asked === 1) throw new TypeError('Failed to fetch dynamically imported module')
      return () => <p>it came</p>
    })
    await renderIn(
      'en',
      <Part>
        <Suspense fallback={null}>
          <Late />
        </Suspense>
      </Part>,
    )
    await screen.findByText('This part failed and is tried again')
    await act(() => vi.advanceTimersByTimeAsync(11_000))
    expect(await screen.findByText('it came')).toBeVisible()
    expect(asked).toBe(2)
  })
})

describe('the screen of a wall', () => {
  it('is asked to stay awake, again when the page comes back, and is let go with the page', async () => {
    const release = vi.fn<() => Promise<void>>(async () => undefined)
    const request = vi.fn<(type: string) => Promise<object>>(async () => ({ release }))
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } })
    const { unmount } = await renderIn('en', <Awake />)
    expect(request).toHaveBeenCalledExactlyOnceWith('screen')
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
    expect(request).toHaveBeenCalledTimes(2)
    unmount()
    await vi.waitFor(() => expect(release).toHaveBeenCalledOnce())
  })

  it('shifts its picture in an hour through at least eight places, never by more than four pixels', async () => {
    await renderIn('en', <Moving />)
    const places = new Set<string>()
    for (let minute = 0; minute < HOUR_MINUTES; minute += 1) {
      await act(() => vi.advanceTimersByTimeAsync(60_000))
      places.add(screen.getByRole('status').textContent)
    }
    expect(places.size).toBeGreaterThanOrEqual(8)
    const offsets = [...places].flatMap((place) => place.split(' ').map(Number))
    expect(Math.max(...offsets.map(Math.abs))).toBeLessThanOrEqual(4)
  })

  it('has no context menu', async () => {
    const { unmount } = await renderIn('en', <Still />)
    expect(askForMenu()).toBe(false)
    unmount()
    expect(askForMenu()).toBe(true)
  })
})
