import {
  Outlet,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  useNavigate,
  useParams,
  useRouter,
  useSearch,
  type RouterHistory,
} from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { getSession } from '../session/session-store.ts'
import { NO_TENANTS_VIEW, type View, type ViewHandle } from '../session/view.ts'
import { ViewProvider } from '../session/view-provider.tsx'
import { searchOfView, searchSchema, viewOfSearch } from './search.ts'
import { findScreen } from './screens.ts'
import { ScreenHost } from './screen-host.tsx'
import { NotFound } from './not-found.tsx'
import { WallRoute } from './wall/wall-route.tsx'
import { wallSearchSchema } from './wall/wall-search.ts'

/** The same view on another screen; parts, measures and suppositions belong to the screen left behind. */
function onScreen(view: View, screen: string): View {
  return screen === view.screen ? view : { ...view, screen, tab: null, measure: null, item: null, whatIf: null }
}

/** Another park on the same screen. What was picked and where the camera stood belong to the park left behind. */
function inPark(view: View, parkId: string): View {
  if (parkId === view.parkId) return view
  return {
    ...view,
    parkId,
    selection: null,
    pointId: null,
    camera: null,
    item: null,
    whatIf: null,
    alarmId: null,
    tour: null,
    tenants: NO_TENANTS_VIEW,
  }
}

/** Reads the view out of the URL and writes changes back to it. */
function ViewFromUrl({ children }: { children: ReactNode }) {
  const { parkId = '', screen = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const handle = useMemo<ViewHandle>(() => {
    const view = viewOfSearch(parkId, screen, searchSchema.parse(search))
    const targetOf = (next: View) => {
      const { locale, theme } = getSession()
      return {
        to: '/$parkId/$screen',
        params: { parkId: next.parkId, screen: next.screen },
        search: searchOfView(next, { lang: locale, look: theme }),
      } as const
    }
    const go = (next: View, replace: boolean): void => void navigate({ ...targetOf(next), replace })
    const addressOf = (next: View): string => router.history.createHref(router.buildLocation(targetOf(next)).href)
    return {
      view,
      patch: (patch, size) => {
        const onlyCamera = Object.keys(patch).every((key) => key === 'camera')
        go({ ...view, ...patch }, onlyCamera || size === 'small')
      },
      select: (selection, pointId = null) => {
        // A closed panel forgets how far back it looked; the next thing that is picked from it keeps it.
        const historyRange = selection === null ? '24h' : view.historyRange
        const next = { selection, pointId, historyRange }
        const stays = selection === null || (findScreen(view.screen)?.showsSelection ?? false)
        go(stays ? { ...view, ...next } : { ...onScreen(view, 'overview'), ...next }, false)
      },
      open: (id, patch) => go({ ...onScreen(view, id), ...patch }, false),
      replace: (id, patch) => go({ ...onScreen(view, id), ...patch }, true),
      openPark: (id) => go(inPark(view, id), false),
      hrefOf: (id, patch, park = view.parkId) => addressOf({ ...onScreen(inPark(view, park), id), ...patch }),
    }
  }, [parkId, screen, search, navigate, router])
  return <ViewProvider value={handle}>{children}</ViewProvider>
}

function ParkRoute() {
  return (
    <ViewFromUrl>
      <ScreenHost />
    </ViewFromUrl>
  )
}

function WallPath() {
  const { profileId = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  return <WallRoute profileId={profileId} search={wallSearchSchema.parse(search)} />
}

/** Routes in the hash, so that any static host serves every link. */
export function createAppRouter(defaultPark: string, history: RouterHistory = createHashHistory()) {
  const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const indexRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/$parkId/$screen', params: { parkId: defaultPark, screen: 'overview' }, search: {} })
    },
  })
  const screenRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/$parkId/$screen',
    validateSearch: (raw: Record<string, unknown>) => searchSchema.parse(raw),
    component: ParkRoute,
  })
  const wallRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/wall/$profileId',
    validateSearch: (raw: Record<string, unknown>) => wallSearchSchema.parse(raw),
    component: WallPath,
  })
  const tourRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/tour/$tour',
    validateSearch: (raw: Record<string, unknown>) => searchSchema.parse(raw),
    beforeLoad: ({ params, search }) => {
      const [parkId = '', tour] = params.tour.split(/\.(?=[^.]*$)/)
      throw redirect({ to: '/$parkId/$screen', params: { parkId, screen: 'overview' }, search: { ...search, tour } })
    },
  })
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, tourRoute, screenRoute, wallRoute]),
    history,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
