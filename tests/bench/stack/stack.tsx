import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import {
  Outlet,
  RouterProvider,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router'
import { createInstance } from 'i18next'
import { useCallback, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { create } from 'zustand'
import { guardSinks } from '../../../src/app/trusted-types.ts'
import { snapshotSchema } from '../../../src/contract/readings.ts'
import { pointSchema } from '../../../src/contract/resources.ts'

guardSinks()

/**
 * The least that a page can do with the libraries that the product is made of: a route, a park's points and their
 * snapshot parsed by the contract, 40 values drawn by React out of a store, then the map of the floor page. What the
 * product takes more than this is its own.
 */
const VALUES = 40

const useReadings = create<{ values: readonly (number | null)[] }>(() => ({ values: [] }))

async function ask<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(file)).json())
}
const points = { queryKey: ['points'], queryFn: () => ask('points.json', z.array(pointSchema)) }
const snapshot = { queryKey: ['snapshot'], queryFn: () => ask('snapshot.json', snapshotSchema) }

const texts = createInstance()
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

function Value({ at, unit }: { at: number; unit: string }) {
  const value = useReadings(({ values }) => values[at] ?? null)
  return (
    <span>
      {texts.t('value')} {value === null ? '–' : number.format(value)} {unit}
    </span>
  )
}

function Values({ onShown }: { onShown: () => void }) {
  const known = useQuery(points)
  const latest = useQuery(snapshot)
  const areThere = known.data !== undefined && latest.data !== undefined
  useEffect(() => {
    if (!latest.data || !known.data) return
    useReadings.setState({ values: latest.data.values })
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('stack:first-value')
        onShown()
      }),
    )
  }, [known.data, latest.data, onShown])
  return (
    <div className="values">
      {areThere ? known.data.slice(0, VALUES).map(({ id, unit }, at) => <Value key={id} at={at} unit={unit} />) : null}
    </div>
  )
}

async function drawMap(container: HTMLElement): Promise<void> {
  const { colourCells, openCells } = await import('../floor/cells.ts')
  const map = openCells(container)
  map.once('load', () => {
    colourCells(map, 1)
    map.once('idle', () => performance.mark('stack:map-ready'))
  })
}

function Page() {
  const place = useRef<HTMLDivElement>(null)
  const showMap = useCallback(() => {
    if (place.current) void drawMap(place.current)
  }, [])
  return (
    <div>
      <div ref={place} />
      <Values onShown={showMap} />
    </div>
  )
}

const rootRoute = createRootRoute({ component: Outlet })
const pageRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Page })
const router = createRouter({ routeTree: rootRoute.addChildren([pageRoute]), history: createHashHistory() })
const cache = new QueryClient()
void cache.prefetchQuery(points)
void cache.prefetchQuery(snapshot)

async function start(): Promise<void> {
  await texts.init({ lng: 'vi', resources: { vi: { translation: { value: 'Giá trị' } } } })
  const host = document.getElementById('root')
  if (!host) return
  createRoot(host).render(
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
void start()
