import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ParkData } from '../../src/map/data/park-data.ts'
import type { LoadCollection } from '../../src/map/data/collection-loader.ts'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import type { LiveValues, ParkMapProps } from '../../src/map/map-types.ts'
import { ParkPlan } from '../../src/map/plan/park-plan.ts'

const LIVE: LiveValues = {
  values: new Float64Array(),
  freshness: new Uint8Array(),
  version: 1,
  indexOf: () => -1,
  subscribe: () => () => undefined,
}
const PROPS: ParkMapProps = {
  parkId: 'bau-bang',
  mode: 'operations',
  theme: 'room-dark',
  locale: 'en',
  layers: defaultVisibility('operations'),
  plotTheme: 'status',
  selection: null,
  camera: null,
  live: LIVE,
  points: [],
  assets: [],
  tenants: [],
  exceptions: [],
  t: (key) => key,
  onSelect: () => undefined,
  onCamera: () => undefined,
  onStatus: () => undefined,
}
const nothing: LoadCollection = () => Promise.resolve([])

/** Tells of a size, as an observer does for the first one too. */
let tellSize: () => void = () => undefined
let width = 800
let drawings = 0
let plans: ParkPlan[] = []
let hasSheets = true

/** A drawing sheet that takes everything; null where the browser has none. */
function sheet(): CanvasRenderingContext2D | null {
  if (!hasSheets) return null
  return new Proxy(document.createElement('canvas') as unknown as CanvasRenderingContext2D, {
    get: (_, name) => {
      if (name === 'setTransform') return () => (drawings += 1)
      return () => undefined
    },
    set: () => true,
  })
}

function open(props: Partial<ParkMapProps> = {}): { plan: ParkPlan; canvas: HTMLCanvasElement } {
  const canvas = document.createElement('canvas')
  Object.defineProperties(canvas, { clientWidth: { get: () => width }, clientHeight: { value: 600 } })
  const options = { canvas, data: new ParkData(), load: nothing, onDrawn: vi.fn<() => void>() }
  const others = { onLook: () => undefined, onHover: () => undefined }
  const plan = new ParkPlan({ ...options, ...others, props: { ...PROPS, ...props } })
  plans.push(plan)
  return { plan, canvas }
}

beforeEach(() => {
  width = 800
  drawings = 0
  hasSheets = true
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        tellSize = tell
      }

      observe(): void {}

      disconnect(): void {}
    },
  )
  vi.stubGlobal(
    'Path2D',
    class {
      closePath(): void {}
    },
  )
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(sheet as () => null)
})

afterEach(() => {
  for (const plan of plans) plan.end()
  plans = []
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a plan', () => {
  it('is not drawn again for the first word of the size that it was drawn for', async () => {
    const { plan } = open()
    await plan.settled
    const before = drawings
    expect(before).toBeGreaterThan(0)
    tellSize()
    expect(drawings).toBe(before)
    width = 900
    tellSize()
    expect(drawings).toBe(before + 1)
  })

  it('is looked at anew when its place grew before it was drawn', async () => {
    const { plan } = open()
    // Its ground is there, and the view for it; the next frame draws it.
    await new Promise((resolve) => setTimeout(resolve))
    expect(drawings).toBe(0)
    width = 900
    await plan.settled
    const before = drawings
    const middle = plan.view?.unproject(450, 300)
    tellSize()
    expect(drawings).toBe(before + 1)
    expect(plan.view?.unproject(450, 300)).not.toEqual(middle)
  })

  it('is drawn anew when it is wanted again, whatever its size', async () => {
    const { plan, canvas } = open()
    await plan.settled
    plan.follow('full')
    expect(canvas.width).toBe(0)
    const before = drawings
    plan.follow('recovering')
    expect(drawings).toBe(before + 1)
  })

  it('lets nobody wait for a view that has no plan', async () => {
    await expect(open({ mode: 'assets' }).plan.settled).resolves.toBeUndefined()
  })

  it('lets nobody wait for colours once it has ended', async () => {
    const { plan } = open({ live: null })
    plan.end()
    await expect(plan.settled).resolves.toBeUndefined()
  })

  it('lets nobody wait where there is no canvas', async () => {
    hasSheets = false
    const { plan } = open()
    await expect(plan.settled).resolves.toBeUndefined()
  })
})
