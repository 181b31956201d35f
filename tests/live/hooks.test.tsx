import { act, render, renderHook, screen } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  useConnection,
  useDataHealth,
  useGapVersion,
  useLiveReading,
  useLiveReadings,
  useQuietReading,
  useServerNow,
} from '../../src/live/hooks.ts'
import { type LiveClient, startLive } from '../../src/live/live-client.ts'
import { LiveProvider } from '../../src/live/live-context.tsx'
import { FakeScheduler } from './fake-scheduler.ts'
import { FakeServer, START_MS, makePoint } from './fake-server.ts'

const S = 1000

interface Rig {
  server: FakeServer
  client: LiveClient
  wrapper: (props: { children: ReactNode }) => ReactNode
  pass: (ms: number, stepMs?: number) => Promise<void>
}

async function startRig(): Promise<Rig> {
  const scheduler = new FakeScheduler(START_MS)
  const points = [makePoint('wm-1.flow', { gatewayId: 'gw-1' }), makePoint('wm-2.flow', { periodMs: 60 * S })]
  const server = new FakeServer(scheduler, points)
  const client = startLive({
    parkId: 'bau-bang',
    points,
    baseUrl: '',
    call: server.fetchTicket,
    openSocket: server.openSocket,
    scheduler,
    network: null,
    random: () => 0,
  })
  const pass = async (ms: number, stepMs = 100): Promise<void> => {
    for (let left = ms; left > 0; left -= stepMs) {
      await act(async () => {
        await Promise.resolve()
        scheduler.advance(Math.min(stepMs, left))
      })
    }
  }
  await pass(500)
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <LiveProvider client={client}>{children}</LiveProvider>
  )
  return { server, client, wrapper, pass }
}

function Probe() {
  const reading = useLiveReading('wm-1.flow')
  const connection = useConnection()
  const gapVersion = useGapVersion('bau-bang')
  const otherPark = useGapVersion('long-duc')
  const health = useDataHealth()
  return (
    <p>
      {reading?.value} {reading?.freshness} {connection.state} gap {gapVersion} {otherPark} sources {health.sourcesLive}
      /{health.sourcesTotal}
    </p>
  )
}

describe('live hooks', () => {
  it('show one reading, changing at most once a second', async () => {
    const rig = await startRig()
    let renders = 0
    const { result } = renderHook(
      () => {
        renders += 1
        return useLiveReading('wm-1.flow')
      },
      { wrapper: rig.wrapper },
    )
    expect(result.current).toMatchObject({ value: 0, freshness: 'live', unit: 'm3/h', decimals: 1, quality: 'Good' })
    renders = 0
    // Ten frames a second reach the store.
    for (let i = 0; i < 50; i++) {
      await rig.pass(100)
      rig.server.frame([{ index: 0, value: 100 + i }])
    }
    expect(renders).toBeGreaterThanOrEqual(4)
    expect(renders).toBeLessThanOrEqual(6)
    expect(result.current?.value).toBeGreaterThan(130)
  })

  it('do not render again while nothing that is shown changes', async () => {
    const rig = await startRig()
    await rig.pass(2 * S)
    rig.server.ticking = false
    let renders = 0
    renderHook(
      () => {
        renders += 1
        return useLiveReading('wm-2.flow')
      },
      { wrapper: rig.wrapper },
    )
    await rig.pass(2 * S)
    renders = 0
    await rig.pass(6 * S)
    expect(renders).toBe(0)
  })

  it('look at a long list once in its step, and at once while nothing is known', async () => {
    const rig = await startRig()
    const { result } = renderHook(() => useLiveReadings(['wm-1.flow'], 5 * S), { wrapper: rig.wrapper })
    expect(result.current[0]?.value).toBe(0)
    const seen = new Set<number>()
    for (let i = 0; i < 20; i++) {
      rig.server.frame([{ index: 0, value: 100 + i }])
      await rig.pass(S)
      seen.add(result.current[0]?.value ?? Number.NaN)
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
    expect(seen.size).toBeLessThanOrEqual(6)
  })

  it('tell of a source only when it has fallen silent', async () => {
    const rig = await startRig()
    let renders = 0
    const { result } = renderHook(
      () => {
        renders += 1
        return useQuietReading('wm-1.flow')
      },
      { wrapper: rig.wrapper },
    )
    renders = 0
    for (let i = 0; i < 5; i++) {
      rig.server.frame([{ index: 0, value: 100 + i }])
      await rig.pass(S)
    }
    expect(result.current).toBeNull()
    expect(renders).toBe(0)
    rig.server.reachable = false
    rig.server.drop()
    await rig.pass(60 * S)
    expect(result.current).toMatchObject({ freshness: 'stale' })
  })

  it('show several readings in order, unknown ones as null, and keep the array', async () => {
    const rig = await startRig()
    const { result, rerender } = renderHook(() => useLiveReadings(['wm-2.flow', 'nobody.flow', 'wm-1.flow']), {
      wrapper: rig.wrapper,
    })
    expect(result.current.map((reading) => reading?.value ?? null)).toEqual([0, null, 0])
    const held = result.current
    rerender()
    expect(result.current).toBe(held)
    await rig.pass(2 * S)
    expect(result.current).not.toBe(held)
    expect(result.current[0]?.value).toBeGreaterThanOrEqual(1)
  })

  it('never show two readings of different moments side by side', async () => {
    const rig = await startRig()
    const seen: [number, number][] = []
    function Pair() {
      const one = useLiveReading('wm-1.flow')
      const both = useLiveReadings(['wm-1.flow', 'wm-2.flow'])
      seen.push([one?.value ?? -1, both[1]?.value ?? -1])
      return null
    }
    render(
      <StrictMode>
        <rig.wrapper>
          <Pair />
        </rig.wrapper>
      </StrictMode>,
    )
    await rig.pass(5 * S)
    expect(seen.length).toBeGreaterThan(5)
    for (const [a, b] of seen) expect(a).toBe(b)
  })

  it('tell of a lost connection, stale values and the gap that was closed', async () => {
    const rig = await startRig()
    render(<Probe />, { wrapper: rig.wrapper })
    await rig.pass(5 * S)
    expect(screen.getByText(/^\d live live gap 0 0 sources 1\/1$/)).toBeInTheDocument()
    rig.server.reachable = false
    rig.server.drop()
    await rig.pass(60 * S)
    expect(screen.getByText(/^\d stale reconnecting gap 0 0 sources 0\/1$/)).toBeInTheDocument()
    rig.server.reachable = true
    await rig.pass(31 * S)
    expect(screen.getByText(/^\d\d live live gap 1 0 sources 1\/1$/)).toBeInTheDocument()
  })

  it('hold readings while frozen, but not the clock', async () => {
    const rig = await startRig()
    const { result } = renderHook(() => ({ reading: useLiveReading('wm-1.flow'), now: useServerNow() }), {
      wrapper: rig.wrapper,
    })
    await rig.pass(2 * S)
    const { reading, now } = result.current
    act(() => rig.client.setFrozen(true))
    await rig.pass(5 * S)
    expect(result.current.reading).toBe(reading)
    expect(result.current.now).toBeGreaterThanOrEqual(now + 4 * S)
    act(() => rig.client.setFrozen(false))
    expect(result.current.reading?.value).toBeGreaterThanOrEqual(6)
  })

  it('tell the server time in steps', async () => {
    const rig = await startRig()
    const { result } = renderHook(() => useServerNow(60 * S), { wrapper: rig.wrapper })
    expect(result.current % (60 * S)).toBe(0)
    const before = result.current
    await rig.pass(61 * S, 1000)
    expect(result.current).toBe(before + 60 * S)
  })

  it('have nothing to show without a connection', () => {
    const { result } = renderHook(() => ({
      one: useLiveReading('wm-1.flow'),
      several: useLiveReadings(['wm-1.flow']),
      connection: useConnection().state,
      health: useDataHealth().pointsTotal,
    }))
    expect(result.current).toEqual({ one: null, several: [null], connection: 'connecting', health: 0 })
  })
})
